"""``turning`` says which number alone, or which two, would change a verdict; ``describing`` tells a page
of a scenario.
"""
