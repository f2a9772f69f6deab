# Am I defended? The answer about a town in one sentence.
town_none = 이 시나리오에서 다룬 비행 { $flights }가지는 { $name }에 이르지 않습니다.
town_sentence = { $name }: 이곳에 이르는 미사일 비행 { $met }가지 가운데 { $verdicts }. 합동 표본 { $draws }개를 세었고, 발사 지점({ $points })을 모두 살펴보았습니다. 조기경보에서 탄착까지 { $seconds }초입니다.
town_holds = { $n }가지({ $flights })에는 방어됨
town_fails = { $n }가지({ $flights })에는 방어 안 됨
town_hangs = { $n }가지({ $flights })에는 { $what }에 달림
town_others = 이름이 같은 곳이 또 있습니다: { $names }.
