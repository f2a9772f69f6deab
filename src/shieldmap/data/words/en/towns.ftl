# Am I defended? The answer about a town in one sentence.
town_none = None of the { $flights } flights of this study reaches { $name }.
town_sentence = { $name }: of the { $met } missile flights of this study that reach it, the defence { $verdicts }. Counted over { $draws } joint draws, whichever launch point ({ $points }) they come from; { $seconds } seconds pass from the early warning to the impact.
town_holds = holds against { $n } ({ $flights })
town_fails = fails against { $n } ({ $flights })
town_hangs = hangs on { $what } against { $n } ({ $flights })
town_others = There is another place of this name: { $names }.
