# Am I defended? The answer about a town in one sentence.
town_none = 이 시나리오에서 다룬 비행 { $flights }가지는 { $name }에 이르지 않습니다.
town_sentence = { $by ->
    [set] 여기서 정한
   *[published] 공개된
 } 수치로 보면, { $name }에 이르는 미사일 비행 { $met }가지 가운데 { $safe ->
    [0] 어느 것에 대해서도 방어되지 않습니다
   *[other] { $safe }가지 ({ $flights })에 대해 방어됩니다
 } (발사 지점 { $points } 모두를 살펴봄). 공개된 가정의 범위에서는 표본의 { $shares }에서 요격이 가능합니다. { $decides ->
    [none] { "" }
   *[other] 결과를 가장 자주 가르는 것은 { $decides }입니다.{ " " }
 }조기경보에서 탄착까지 { $seconds }초입니다.
town_shares = { $low } ({ $least })~{ $high } ({ $most })
town_others = 이름이 같은 곳이 또 있습니다: { $names }.
