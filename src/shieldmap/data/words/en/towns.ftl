# Am I defended? The answer about a town in one sentence.
town_none = None of the { $flights } flights of this study reaches { $name }.
town_sentence = By the { $by ->
    [set] values set here
   *[published] published values
 } { $name } is defended against { $safe ->
    [0] none of the { $met } missile flights that reach it
   *[other] { $safe } of the { $met } missile flights that reach it ({ $flights })
 }, whichever of their launch points ({ $points }) they come from; over the published ranges the shots fit in { $shares } of the samples{ $decides ->
    [none] { "" }
   *[other] ; { $decides } decides most often
 }; { $seconds } seconds pass from the early warning to the impact.
town_shares = { $low } ({ $least }) to { $high } ({ $most })
town_others = There is another place of this name: { $names }.
