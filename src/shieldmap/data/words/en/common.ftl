# What terminal, report and page share.
unit_s = s
study_renamed = The study { $old } has become two; the newer one is opened: { $name }.
span_to = { $low } to { $high }
part_of = { $part } of { $whole }
none = none
listed = { $most } and { $last }
yes = yes
no = no
# Heads: few as they are, many in the unit that the language counts them in.
people_few = { $count }
people_many = { $count }{ "\u00A0" }million
# The launch points of the embedded studies, by their ids.

# What joint draws say of a place
verdict_holds = holds
verdict_fails = fails
verdict_hangs = hangs on { $what }
verdict_hangs_at = hangs on { $what }, turns at { $at }
verdict_several = several numbers together
verdict_share = { $share } of { $draws } draws
