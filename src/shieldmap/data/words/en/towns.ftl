# Am I defended? The answer about a town in one sentence.
town_none = None of the { $flights } flights of this study reaches { $name }.
town_sentence = { $name }: { $answer }. Of the { $met } missile flights of this study that reach it, from whichever of their launch points, { $system } alone { $verdicts }. Counted over { $draws } joint draws; { $seconds } seconds pass from the early warning to the impact.
town_is_holds = defended
town_is_fails = not defended
town_is_hangs = it depends
town_is_partly = defended against some of them
town_count = { $n }
town_count_named = { $n } ({ $flights })
town_holds = holds against { $which }
town_fails = fails against { $which }
town_hangs = depends on { $what } against { $which }
town_others = There is another place of this name: { $names }.
