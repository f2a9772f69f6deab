# Korean of the embedded studies' texts and of the catalogue's notes.  Each id is made of the English
# text above it (the first ten hex digits of its SHA-256), so that English that is changed asks for new Korean.
# Numbers, dates and names are those of the English text; sources are cited there.

# One THAAD battery at Seongju, September 2017
text-ece7d535d3 = 성주의 사드 1개 포대, 2017년 9월

# A THAAD battery near Pyeongtaek, as debated in November 2015
text-bc624f0cca = 평택 부근의 사드 포대, 2015년 11월의 논쟁

# The Seongju battery on 13 March 2026
text-fa2c3c1b4e = 2026년 3월 13일의 성주 포대

# THAAD, L-SAM, Patriot and Cheongung-II together, about 2028
text-5822299530 = 사드·L-SAM·패트리엇·천궁-Ⅱ 다층 방어, 2028년께

# The timing case
text-5df3198758 = 계산 시간 측정용

# Seongju and strategic stability: what the radar sees of flights from China and Russia
text-accbc5a964 = 성주와 전략적 안정: 레이더에 보이는 중국·러시아발 비행

# Computed from public, unclassified numbers. Defended means that every shot of the doctrine fits, not that it hits. A cell is defended if it is against every launch point that reaches it; low and high set every assumption at its bad and at its good end at once. Missiles that fly below the interceptor's floor or glide are not flown. Other layers of a scenario are left out.
text-4d417c0d98 = 공개된 비기밀 수치로 계산합니다. ‘방어’는 교전 방식이 요구하는 모든 요격이 가능하다는 뜻이며 명중한다는 뜻이 아닙니다. 어떤 곳에 닿는 모든 발사 지점에 대해 그러하면 그곳을 ‘방어’로 봅니다. 최저와 최고는 모든 가정을 한꺼번에 불리한 끝과 유리한 끝에 둔 값입니다. 최저 요격 고도보다 낮게 날거나 활공하는 미사일은 계산하지 않습니다. 시나리오의 다른 방어층은 넣지 않습니다.

# The site is an assumption. Nothing was decided in 2015: the press named Pyeongtaek, Wonju and Waegwan (Chosun Ilbo) or Pyeongtaek, Busan and Wonju (Yonhap) after surveys by US Forces Korea, and Daegu in 2016. Camp Humphreys stands here as an example of the first.
text-9e7d069bac = 부지는 가정입니다. 2015년에는 아무것도 결정되지 않았습니다. 주한미군의 부지 조사 뒤 언론은 평택·원주·왜관(조선일보) 또는 평택·부산·원주(연합뉴스)를, 2016년에는 대구를 후보지로 꼽았습니다. 여기서는 첫 번째 후보지의 예로 캠프 험프리스를 놓았습니다.

# The battery is a standard one of six launchers with eight interceptors; the number was not said in 2015.
text-6488830d15 = 포대는 요격미사일을 8발씩 실은 발사대 6기의 표준 포대입니다. 2015년에는 그 수가 발표되지 않았습니다.

# Only missiles flown before December 2015 are flown: Hwasong-5, -6 and -7. The Musudan (Hwasong-10) had been shown and not flown; its first flight came in April 2016. The Hwasong-9 and the Pukguksong-2 came in 2016 and 2017.
text-b4de590b39 = 2015년 12월 이전에 비행한 미사일만 다룹니다. 화성-5, -6, -7입니다. 무수단(화성-10)은 공개되었으나 아직 비행하지 않았고, 첫 비행은 2016년 4월이었습니다. 화성-9와 북극성-2는 2016년과 2017년에 나왔습니다.

# Places that the missile cannot reach count neither as defended nor as undefended.
text-71d996818f = 미사일이 닿지 않는 곳은 방어되는 곳으로도, 방어되지 않는 곳으로도 세지 않습니다.

# Assets are places that the public debate names as defended or not; their positions are rounded to about a kilometre.
text-eef2678fce = 방어 대상은 공개 논쟁에서 방어된다거나 안 된다고 거론된 곳이며, 위치는 약 1킬로미터 단위로 반올림했습니다.

# Public reports: on 3 March 2026 a village camera showed six launchers leaving the base; the radar and the fire control were not seen to leave; one launcher came back on the night of 12 March.
text-c12f2b2453 = 공개 보도: 2026년 3월 3일 마을 카메라에 발사대 6기가 기지를 떠나는 모습이 찍혔습니다. 레이더와 사격통제소가 떠나는 것은 보이지 않았습니다. 3월 12일 밤 발사대 1기가 돌아왔습니다.

# A plan and no state of things: L-SAM was to be in service by 2028. Where its batteries and those of Cheongung-II will stand is not published; their places here are assumptions.
text-3c8d70b3c2 = 현황이 아니라 계획입니다. L-SAM은 2028년까지 전력화될 예정이었습니다. L-SAM과 천궁-II 포대의 위치는 공개되지 않았으며, 여기의 위치는 가정입니다.

# The places defended and the missiles are some of those of korea; the grid is coarse.
text-5b9dbd2c56 = 방어 대상과 미사일은 2017년 9월 성주 시나리오의 일부이며 격자는 성깁니다.

# One Cheongung-II battery has launchers of its own and the radar of another, which the catalogue's systems do not forbid and no source describes.
text-c7b2e0cbe0 = 천궁-II 포대 하나는 자기 발사대를 두고 다른 포대의 레이더를 씁니다. 이런 구성을 설명한 출처는 없으며, 목록에 있는 체계의 자료로는 가능하다고 보았습니다.

# Six launchers with eight interceptors each stood there from 7 September 2017; the battery was called fully operational on 12 September (KBS) and its set-up complete on 22 October (CSIS).
text-3834cec48b = 2017년 9월 7일부터 요격미사일을 8발씩 실은 발사대 6기가 그곳에 있었습니다. 9월 12일에는 완전한 작전 운용 상태라고(KBS), 10월 22일에는 배치가 완료되었다고(CSIS) 했습니다.

# Missiles that came later (KN-23, KN-24, KN-25, Hwasong-16B) are not flown; their published apogees are compared with the interceptor's floor.
text-8c334f1d5a = 그 뒤에 나온 미사일(KN-23, KN-24, KN-25, 화성-16B)은 비행을 계산하지 않고, 공개된 정점 고도를 요격 고도 하한과 비교합니다.

# Maps, places and people are answered for THAAD alone. The battle adds four Patriot batteries and an assumed ship with SM-3; KM-SAM is left out.
text-74881af7e6 = 지도, 지역, 인구에 관한 결과는 사드만으로 계산한 것입니다. 동시 공격 계산에는 패트리엇 포대 넷과 SM-3를 실은 가정의 함정 하나가 더해지며, KM-SAM은 넣지 않았습니다.

# Only for measuring speed: no towns and no assets.
text-8391e1481a = 속도 측정용입니다. 마을도 방어 대상도 없습니다.

# Forty missiles in three waves
text-8f583d8797 = 미사일 40발, 세 차례

# A raid to compare defences with, no forecast: missiles at once, one after the other, and lofted with objects beside them, at places that the debate names. Forty are more than the 24 that 48 interceptors can meet in pairs.
text-a7c873be67 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 논쟁에서 거론된 곳으로 한꺼번에, 하나씩 차례로, 그리고 다른 물체와 함께 고각으로 날아옵니다. 40발은 요격미사일 48발이 두 발씩 상대할 수 있는 24발보다 많습니다.

# Twenty-four missiles at four places
text-427e38e0b0 = 네 곳으로 향하는 미사일 24발

# A raid to compare layers with, no forecast.
text-6e4a262f3e = 예측이 아니라 방어층을 비교하기 위한 동시 공격입니다.

# Seongju (Lotte Skyhill, Chojeon-myeon)
text-f641629329 = 성주(초전면 롯데스카이힐)

# Camp Humphreys, Pyeongtaek (an example of a candidate site)
text-86ee604697 = 평택 캠프 험프리스(후보지의 한 예)

# Suwon Air Base
text-445f071563 = 수원 공군기지

# Osan Air Base
text-e8882efd61 = 오산 공군기지

# Kunsan Air Base
text-e677c1b4dc = 군산 공군기지

# Camp Carroll
text-ac503dbfa4 = 캠프 캐럴

# A US destroyer off the east coast
text-97aace9ac4 = 동해안 앞의 미국 구축함

# assumed place near Cheonan
text-e02777f37b = 천안 부근의 가정 위치

# assumed place in Seoul
text-a6835d67f9 = 서울의 가정 위치

# launchers in the east of Seoul
text-315702ef74 = 서울 동쪽의 발사대

# Two launchers in April 2017, six on 7 September 2017. Position to 0.01 degrees from memory; it agrees with the press: 680 m high and 18 km north of the county centre. Eight interceptors a launcher are the usual load; reloads are not counted.
text-e2c5169319 = 2017년 4월 발사대 2기, 2017년 9월 7일 6기. 위치는 기억에 따라 0.01도 단위이며, 해발 680 m, 군청에서 북쪽으로 18 km라는 언론 보도와 맞습니다. 발사대마다 8발이 통상 적재량이며 재장전은 세지 않습니다.

# The direction is an estimate; only that the radar looks north over Gimcheon is published (Kukmin Ilbo, 30 September 2016). Seen from Seongju the 55 launch sites of the CNS database lie between azimuths 310 and 13 degrees; their middle is 341, rounded to 340, so that the sector of 120 degrees holds them all. The range, from 313 over north to 10, is every direction whose sector of 120 degrees holds all of them. Launchers stand at least 400 to 500 m from the radar, less than the position is known to.
text-9a6f98edbc = 방향은 추정값이며, 레이더가 김천 위로 북쪽을 본다는 것만 공개되었습니다(국민일보, 2016년 9월 30일). 성주에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 310도와 13도 사이에 있습니다. 그 가운데는 341도이고 반올림하여 340도이므로 120도 범위에 모두 들어갑니다. 313도에서 북쪽을 지나 10도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 발사대는 레이더에서 적어도 400~500 m 떨어져 있는데, 이는 위치의 불확실성보다 작습니다.

# An assumption: one of several candidate places of the press. Position and height of the airfield (51 feet).
text-d7bd472eff = 가정: 언론이 꼽은 여러 후보지 가운데 하나. 위치와 높이는 비행장의 것(51 피트).

# A full battery; position to 0.01 degrees from memory, as in korea.
text-621409ea36 = 완전한 포대. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Only launch points in the south of North Korea matter: its range is about 300 km.
text-469ca8172e = 사거리가 약 300 km이므로 북한 남부의 발사 지점만 의미가 있습니다.

# Range about 500 km: the west and the east launch point reach most of the country.
text-3e805d6a50 = 사거리 약 500 km: 서쪽과 동쪽 발사 지점에서 국토 대부분에 닿습니다.

# Range about 500 km; flown from Hwangju on 9 July 2014.
text-a77dfbfb7c = 사거리 약 500 km. 2014년 7월 9일 황주에서 발사.

# Range about 1,000 km. Flown from Hwangju on 5 September 2016; Kusong is the same missile from further north.
text-62fba089e9 = 사거리 약 1,000 km. 2016년 9월 5일 황주에서 발사. 구성은 같은 미사일을 더 북쪽에서 쏘는 경우입니다.

# The Nodong, with 1,000 kg.
text-3a12ed4cae = 노동, 탄두 1,000 kg.

# The Nodong, with 1,000 kg. Samjiyon is the launch point of the calculation by Jang Young-geun in 2016, which says that Pyeongtaek cannot be defended. This model disagrees for Samjiyon, also with the 203 s that the calculation takes from the missile's launch to the interceptor's, and agrees for the nearer launch points with these 203 s.
text-409926100c = 노동, 탄두 1,000 kg. 삼지연은 2016년 장영근의 계산에 나온 발사 지점으로, 그 계산은 평택을 방어할 수 없다고 합니다. 이 모델은 삼지연에 대해서는 미사일 발사에서 요격미사일 발사까지 203초를 잡아도 다른 결론을 내고, 더 가까운 발사 지점에 대해서는 이 203초를 쓰면 같은 결론입니다.

# July 2016: experts said that a Nodong from Hwangju to Busan with an apogee of 250 km or more passes over Seongju above the ceiling of 150 km; the military said that it comes down through the band and can be intercepted.
text-92f598dd3c = 2016년 7월: 전문가들은 황주에서 부산으로 정점 고도 250 km 이상으로 쏜 노동이 상한 150 km 위로 성주를 지나간다고 했고, 군은 요격 고도대를 지나 내려오므로 요격할 수 있다고 했습니다.

# The upper apogee of the same debate, 400 to 450 km.
text-a21a7b9098 = 같은 논쟁의 높은 쪽 정점 고도, 400~450 km.

# On 26 March 2014 a Nodong flew 650 km at an apogee of about 150 km (CNS; 160 recalled) and was called lofted; 250 km is the apogee of the debate a year later and stands here so that both studies hold the same case.
text-9c8e90d8ef = 2014년 3월 26일 노동이 정점 고도 약 150 km(CNS, 기억으로는 160)로 650 km를 날았고 고각 발사라고 불렸습니다. 250 km는 이듬해 논쟁의 정점 고도이며, 두 연구가 같은 경우를 담도록 여기에 두었습니다.

# A solid that cannot stop its motors early: at full burn the range fixes the apogee, and this is the high path. On 12 February 2017 it flew 500 km at an apogee of 550 km, which the press compared with the ceiling.
text-e703cbc269 = 추진을 일찍 끊을 수 없는 고체 미사일입니다. 끝까지 연소하면 사거리가 정점 고도를 정하며, 이것은 높은 쪽 궤적입니다. 2017년 2월 12일 정점 고도 550 km로 500 km를 날았고, 언론은 이를 상한과 비교했습니다.

# Textbook baseline target.
text-a418ecf596 = 교과서의 기준 표적.

# North Hwanghae. Hwasong-6 in July 2014, Hwasong-7 and Hwasong-9 in July to September 2016.
text-215115c211 = 황해북도. 2014년 7월 화성-6, 2016년 7~9월 화성-7과 화성-9 발사.

# Kangwon, on the east side. Hwasong-6 and Hwasong-7 in July 2006.
text-f933fb5622 = 강원도, 동쪽. 2006년 7월 화성-6과 화성-7 발사.

# Kangwon, on the east coast. Hwasong-6 in March 2014, Hwasong-10 in June 2016.
text-eadc69bb41 = 강원도, 동해안. 2014년 3월 화성-6, 2016년 6월 화성-10 발사.

# South Pyongan. Hwasong-7 on 18 March 2016.
text-9dcc86f800 = 평안남도. 2016년 3월 18일 화성-7 발사.

# North Pyongan. Pukguksong-2 on 12 February 2017; the press of the day says Panghyon, 16 km to the south.
text-c2cd6b467e = 평안북도. 2017년 2월 12일 북극성-2 발사. 당시 언론은 남쪽으로 16 km 떨어진 방현이라고 했습니다.

# North Hamgyong, the far north-east. Hwasong-7 in May 1993.
text-8d3f1d6f07 = 함경북도, 북동쪽 끝자락. 1993년 5월 화성-7 발사.

# Ryanggang, the far north. No flight test is known: it is the launch point of a calculation by Jang Young-geun in 2016; the position is that of the airfield, to 0.1 degrees.
text-64e509efc0 = 양강도, 북쪽 끝자락. 알려진 시험 발사는 없으며, 2016년 장영근의 계산에 나온 발사 지점입니다. 위치는 비행장의 것이며 0.1도 단위입니다.

# The battery itself: does it cover its own place? Position to 0.01 degrees from memory; it agrees with 18 km north of the county centre.
text-ab3c05a7c1 = 포대 자체: 자기 자리를 방어하는가? 위치는 기억에 따라 0.01도 단위이며, 군청에서 북쪽으로 18 km라는 것과 맞습니다.

# Named on 13 July 2016 and given up for the golf course; 383 m high. The position is that of Seongju town, from memory.
text-49deed289b = 2016년 7월 13일 발표되었다가 골프장으로 바뀌면서 철회된 부지, 해발 383 m. 위치는 성주읍의 것이며 기억에 따릅니다.

# Capital, 10.3 million people; 20 to 25 million with the region around it.
text-40da26bf0f = 수도, 인구 1,030만 명. 주변 지역까지 합하면 2,000만~2,500만 명.

# 3.0 million people; port and airport.
text-5575b82887 = 인구 300만 명. 항만과 공항.

# 3.3 million people; port of entry.
text-29e2b53a75 = 인구 330만 명. 관문 항구.

# 2.4 million people.
text-8fbfb46da5 = 인구 240만 명.

# 1.4 million people.
text-4bd078fe8c = 인구 140만 명.

# 1.1 million people; refineries.
text-ca78b8caac = 인구 110만 명. 정유 시설.

# 1.2 million people.
text-6805022b24 = 인구 120만 명.

# 1.0 million people; fleet base.
text-5e07ff2d09 = 인구 100만 명. 함대 기지.

# 0.49 million people; steel works.
text-9806575caa = 인구 49만 명. 제철소.

# 0.36 million people (2015).
text-89a390a3b5 = 인구 36만 명(2015년).

# Headquarters of US Forces Korea from June 2018: 26,000 people in 2017, 42,000 to 47,000 planned.
text-055ed55e27 = 2018년 6월부터 주한미군 사령부. 2017년 26,000명, 계획 인원 42,000~47,000명.

# US 7th Air Force.
text-ca37c25eac = 미국 제7공군.

# US 8th Fighter Wing.
text-2ed8c1931a = 미국 제8전투비행단.

# ROK Air Force.
text-9464fedc89 = 한국 공군.

# ROK Air Force, with a Patriot battery.
text-0b74e66b90 = 한국 공군, 패트리엇 포대가 함께 있음.

# Airfield named for reinforcement.
text-b00162dd1c = 증원에 쓸 곳으로 거론된 비행장.

# Headquarters of the ROK services. Position from memory, to 0.1 degrees.
text-235a754521 = 한국군 각 군 본부. 위치는 기억에 따라 0.1도 단위.

# Interceptors are kept here according to the Dong-A Ilbo. Position of the town.
text-8fde1a31bb = 동아일보에 따르면 요격미사일이 이곳에 보관되어 있습니다. 위치는 읍의 것.

# Six units, 5.6 GW (2024).
text-968c3fc872 = 원자로 여섯 기, 5.6 GW(2024년).

# Eight units (2024).
text-e940d01641 = 원자로 여덟 기(2024년).

# Kori 2-4, Shin-Kori 1-2, Saeul 1-2; two more are being built.
text-0e0ed7b3ea = 고리 2~4호기, 신고리 1~2호기, 새울 1~2호기. 두 기를 더 짓고 있습니다.

# Five units at work (2024).
text-1446a32965 = 가동 중인 원자로 다섯 기(2024년).

# Repeated by the ministry of defence and the press; high: the highest figure in the same literature.
text-09930105e1 = 국방부와 언론이 되풀이한 수치. 최고: 같은 문헌에서 가장 높은 수치.

# Low: the lowest figure in the same literature.
text-0f860ed0d2 = 최저: 같은 문헌에서 가장 낮은 수치.

# Given as reportedly 150 to 200 km; read here as slant range from launcher to intercept.
text-97219436da = 출처에는 150~200 km로 알려졌다고 되어 있습니다. 여기서는 발사대에서 요격 지점까지의 경사거리로 봅니다.

# The low end of the same sentence.
text-85a8cc7ef4 = 같은 문장의 낮은 쪽 값.

# Chinese military column; an outlier.
text-d12fd1c38f = 중국의 군사 칼럼. 다른 값과 동떨어진 수치.

# Mach 14 x 340.29 m/s (sea level); low: Mach 14 x 317.19 m/s (at 40 km); high: Mach 15 at sea level. The page does not say at which altitude its Mach number holds.
text-dafb0b4bb0 = 마하 14 × 340.29 m/s(해수면). 최저: 마하 14 × 317.19 m/s(고도 40 km). 최고: 해수면에서 마하 15. 출처 페이지는 마하수가 어느 고도 기준인지 밝히지 않습니다.

# Mach 14.
text-789662a1c3 = 마하 14.

# From missile launch to an early-warning cue at the battery. Not published. Satellites see a plume once it is above the clouds and the message is short; 30 s is brisk, 120 s is later than the burnout of a Scud.
text-f65b7fb904 = 미사일 발사부터 포대에 조기경보가 닿을 때까지. 공개되지 않음. 위성은 화염이 구름 위로 올라오면 포착하며 메시지는 짧습니다. 30초면 빠른 편이고, 120초는 스커드의 연소 종료보다 늦습니다.

# From firm track to interceptor launch: identify, assign, permit, ignite. Not published.
text-38d54d6609 = 추적 확립부터 요격미사일 발사까지: 식별, 할당, 승인, 점화. 공개되지 않음.

# From detection of the missile launch to interceptor launch in a Korean simulation; it replaces the whole chain. The range is an estimate: a second report of the same work says about 200 s, and nobody else gives a figure.
text-b467cd4dbd = 한국의 한 시뮬레이션에서 미사일 발사 탐지부터 요격미사일 발사까지 걸린 시간이며, 대응 과정 전체를 대신합니다. 범위는 추정값입니다. 같은 연구를 전한 또 다른 글은 약 200초라고 하며, 그 밖에는 아무도 수치를 내놓지 않았습니다.

# About 200 s, same author a year later.
text-7a881781be = 약 200초, 같은 저자의 이듬해 수치.

# Time to judge from the debris whether the first shot hit. Not published.
text-91eb640fab = 첫 발이 명중했는지를 파편을 보고 판단하는 시간. 공개되지 않음.

# Between two shots at one target, so that they do not disturb each other. Not published.
text-289a022ac0 = 한 표적에 쏘는 두 발이 서로 방해하지 않도록 두는 간격. 공개되지 않음.

# Looks before a track may be firm: three are the least that tell a body's way from noise. Not published.
text-5fbe3ea376 = 추적 확립에 필요한 관측 횟수. 물체의 경로를 잡음과 구별하려면 적어도 세 번은 보아야 합니다. 공개되지 않음.

# Uncertainty of the position, one sigma along its longest axis, within which a track is firm: a few beam widths of error at the range of a first detection are too much to follow a second object beside it. Not published.
text-d39e407982 = 추적이 확립되었다고 볼 수 있는 위치 오차의 한도이며, 가장 긴 축 방향의 표준편차입니다. 처음 탐지한 거리에서 오차가 빔 폭의 몇 배에 이르면 너무 커서, 곁에 있는 두 번째 물체를 따라갈 수 없습니다. 공개되지 않음.

# Uncertainty of the predicted point of intercept, one sigma along its longest axis, within which an interceptor is committed: what is left is corrected in flight, by messages to the interceptor and by the kill vehicle, whose side step in its last ten seconds is a few kilometres at most. Not published.
text-1769ef3c7f = 요격미사일 발사를 결심할 수 있는 예상 요격 지점 오차의 한도이며, 가장 긴 축 방향의 표준편차입니다. 남은 오차는 비행 중에 요격미사일에 보내는 메시지와 요격체로 바로잡는데, 요격체가 마지막 10초 동안 옆으로 움직일 수 있는 거리는 기껏해야 몇 킬로미터입니다. 공개되지 않음.

# Time between two dwells on a track that matters. Not published; with 100 ms each, half of the time then follows five tracks.
text-68bf21fcaa = 중요한 추적 표적을 한 번 조사한 뒤 다시 조사할 때까지의 시간. 공개되지 않음. 조사 시간이 100 ms씩이면 전체 시간의 절반으로 표적 다섯 개를 추적합니다.

# Standard deviation of the constant error of each angle: alignment of the antenna, what is left of the air's bending. Not published; a tenth of a beam is poor, a fiftieth is good. It is considered in the covariance, never averaged away.
text-fd8976520e = 각도별 고정 오차의 표준편차: 안테나 정렬, 보정하고 남은 대기 굴절. 공개되지 않음. 빔 폭의 십분의 일이면 나쁜 편이고 오십분의 일이면 좋은 편입니다. 이 오차는 공분산에 반영하며, 평균을 내어 없애지 않습니다.

# Standard deviation of the constant error of range: clocks, delays, what is left of the air's delay. Not published.
text-bece533295 = 거리 고정 오차의 표준편차: 시계, 지연, 보정하고 남은 대기 지연. 공개되지 않음.

# wavelength / length for 4.6 m by 2 m at 10 GHz: 0.37 deg wide and 0.86 deg high; the value is near the geometric mean of 0.57.
text-12b4489854 = 10 GHz, 4.6 m × 2 m일 때 파장 / 길이: 가로 0.37도, 세로 0.86도. 이 값은 기하평균 0.57에 가깝습니다.

# Printed as 10,000 km/h.
text-8be29fabfb = 10,000 km/h로 표기됨.

# Range against a warhead; that it belongs to 0.01 m2 and S/N 20 is recalled. Low: with an aperture of 8 m2; high: with noise x losses of 7.6 at 10 GHz.
text-a50614742f = 탄두에 대한 탐지거리. 0.01 m2와 신호 대 잡음비 20에 해당한다는 것은 기억에 따른 것입니다. 최저: 개구면적이 8 m2일 때. 최고: 10 GHz에서 잡음 × 손실이 7.6일 때.

# Forward coverage; an outlier.
text-c0387b9876 = 전방 탐지 범위. 다른 값과 동떨어진 수치.

# Terminal mode, US and Korean statements; up to 800.
text-8df1c4c9b7 = 종말 모드, 미국과 한국의 발표. 최대 800.

# Terminal mode, upper press figure.
text-8e01e8e001 = 종말 모드, 언론 수치 가운데 높은 쪽.

# Up to 1,000; best 600 to 800.
text-a78bdf2d46 = 최대 1,000, 최적 600~800.

# Forward mode, lowest press figure.
text-ff42e3b80c = 전방배치 모드, 언론 수치 가운데 가장 낮은 값.

# Drawn in a figure of NRC 2012 and read off by Lewis and Postol, who call it far too long.
text-a53f4e0c02 = NRC 2012의 그림에 그려진 값을 Lewis와 Postol이 읽어 낸 것이며, 두 사람은 이 값이 지나치게 길다고 합니다.

# Forward mode, the common figure; cross section not stated.
text-42357c50b2 = 전방배치 모드, 흔히 쓰이는 수치. 반사면적은 밝히지 않음.

# At least 3,000 for Chinese ICBMs in flight; cross section not stated on the page.
text-42aa6f8883 = 비행 중인 중국 ICBM에 대해 적어도 3,000. 출처 페이지는 반사면적을 밝히지 않음.

# Not credible; kept as a claim.
text-5694510630 = 믿기 어려움. 주장으로만 남겨 둠.

# Share of radar time for search; the rest tracks and guides. Not published.
text-2089f1259a = 레이더 시간 가운데 탐색에 쓰는 비율. 나머지는 추적과 유도에 씁니다. 공개되지 않음.

# Radius of the disc of directions that an early-warning message leaves. Not published; 2 deg are 17 km at 500 km, about what a launch point and the direction of a plume give.
text-df6ca5be7b = 조기경보 메시지가 남기는 방향 오차를 나타내는 원의 반지름. 공개되지 않음. 2도는 500 km 거리에서 17 km이며, 발사 지점과 화염의 방향으로 알 수 있는 정도입니다.

# Time for one round of the search fence. Not published; a missile crosses a fence of 5 deg at 500 km in about 20 s.
text-aa7365509f = 탐색 펜스를 한 차례 훑는 시간. 공개되지 않음. 미사일은 500 km 거리에서 5도 폭의 펜스를 약 20초 만에 지나갑니다.

# Dwell on a tracked target, of which 20 ms emit; the range of half to double is an estimate.
text-c7c58380f2 = 추적 표적 조사 시간이며, 그 가운데 20 ms 동안 전파를 내보냅니다. 절반에서 두 배까지의 범위는 추정값입니다.

# An assumption. Seen from Camp Humphreys the 55 launch sites of the CNS database lie between azimuths 306 and 27 degrees; their middle is 347, rounded to 345. The range, from 327 over north to 6, is every direction whose sector of 120 degrees holds all of them. The least elevation of 5 degrees is the one said for Seongju in 2016.
text-bce1b2ddd8 = 가정입니다. 캠프 험프리스에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 306도와 27도 사이에 있습니다. 그 가운데는 347도이고 반올림하여 345도입니다. 327도에서 북쪽을 지나 6도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 최저 고각 5도는 2016년 성주에 대해 언급된 값입니다.

# South Pyongan. Hwasong-7 on 26 March 2014; the Chosun Ilbo says Sukchon, 22 km to the west.
text-bb1c47dfad = 평안남도. 2014년 3월 26일 화성-7 발사. 조선일보는 서쪽으로 22 km 떨어진 숙천이라고 합니다.

# Waegwan was itself a candidate site in 2015. Position of the town.
text-8e59d0ae8e = 왜관 자체가 2015년의 후보지였습니다. 위치는 읍의 것.

# Radar and fire control were not seen to leave (SBS, 10 March 2026). The direction is an estimate; only that the radar looks north over Gimcheon is published (Kukmin Ilbo, 30 September 2016). Seen from Seongju the 55 launch sites of the CNS database lie between azimuths 310 and 13 degrees; their middle is 341, rounded to 340, so that the sector of 120 degrees holds them all. The range, from 313 over north to 10, is every direction whose sector of 120 degrees holds all of them. Launchers stand at least 400 to 500 m from the radar, less than the position is known to.
text-a6e002ad57 = 레이더와 사격통제소가 떠나는 것은 보이지 않았습니다(SBS, 2026년 3월 10일). 방향은 추정값이며, 레이더가 김천 위로 북쪽을 본다는 것만 공개되었습니다(국민일보, 2016년 9월 30일). 성주에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 310도와 13도 사이에 있습니다. 그 가운데는 341도이고 반올림하여 340도이므로 120도 범위에 모두 들어갑니다. 313도에서 북쪽을 지나 10도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 발사대는 레이더에서 적어도 400~500 m 떨어져 있는데, 이는 위치의 불확실성보다 작습니다.

# As in korea.
text-e27a52c3e0 = 2017년 9월 성주 시나리오와 같음.

# As in korea; position from memory.
text-cf616366de = 2017년 9월 성주 시나리오와 같음. 위치는 기억에 따름.

# THAAD
text-5549030915 = 사드(THAAD)

# Patriot PAC-3 CRI
text-3bdbca724a = 패트리엇 PAC-3 CRI

# Patriot PAC-3 MSE
text-28d68c45c4 = 패트리엇 PAC-3 MSE

# Cheongung-II (KM-SAM Block II)
text-a94515e94f = 천궁-II(KM-SAM 블록 II)

# SM-3 Block IB
text-661b4a2b1c = SM-3 블록 IB

# L-SAM
text-9609ebbcdb = 엘샘(L-SAM)

# Estimates of the Shieldmap project
text-efbb3e17d0 = Shieldmap 프로젝트의 추정

# Recalled from the literature, not read again
text-136de3cd95 = 문헌에서 기억한 수치(다시 확인하지 않음)

# A US destroyer off the east coast (an assumption)
text-1b78ae3664 = 동해안 앞의 미국 구축함(가정)

# Both reports leave open how many interceptors stand ready: the range is 0 to 48. Spare interceptors are kept at Camp Carroll; their number is not published and none is counted.
text-900d691904 = 두 보도 모두 준비된 요격미사일이 몇 발인지는 말하지 않습니다. 범위는 0에서 48입니다. 예비 요격미사일은 캠프 캐럴에 보관되어 있으나 그 수는 공개되지 않았고 여기서는 세지 않습니다.

# How many interceptors stand ready at Seongju is not published: the range is 0 to 48, and the value is 0, because the launcher that came back was reported empty. Spare interceptors are kept at Camp Carroll; their number is not published and none is counted.
text-914bdb1392 = 성주에 준비된 요격미사일이 몇 발인지는 공개되지 않았습니다. 범위는 0에서 48이며, 돌아온 발사대가 비어 있었다고 보도되었으므로 값은 0입니다. 예비 요격미사일은 캠프 캐럴에 보관되어 있으나 그 수는 공개되지 않았고 여기서는 세지 않습니다.

# Launchers with interceptors on them: none is reported on 13 March 2026; the one that came back on 12 March was reported empty; six if all came back and were loaded from the spares. Position to 0.01 degrees from memory, as in korea.
text-ac0811bd6d = 요격미사일을 실은 발사대: 2026년 3월 13일에는 보도된 것이 없음. 3월 12일에 돌아온 1기는 비어 있었다고 보도됨. 모두 돌아와 예비탄으로 장전되었다면 6기. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Launchers: six by the words to the Senate, none by the film of 3 March 2026; the value is the lower of the two ends and no headline. Interceptors: eight a launcher where they are loaded, none where they were sent forward. Position to 0.01 degrees from memory, as in korea.
text-26a5fe23f5 = 발사대: 상원에서의 발언에 따르면 6기, 2026년 3월 3일의 영상에 따르면 없음. 값은 두 끝 가운데 낮은 쪽일 뿐 대표값이 아님. 요격미사일: 장전되어 있으면 발사대마다 8발, 전방으로 보냈으면 없음. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Not known after 21 April 2026: no later public report on the battery was found in November 2026.
text-fab02db81a = 2026년 4월 21일 이후는 알려지지 않았습니다. 2026년 11월에 찾아본 바로는 그 뒤 이 포대에 관한 공개 보도가 없습니다.

# The Seongju battery on 21 April 2026
text-7a201a0e53 = 2026년 4월 21일의 성주 포대

# The battle beside it: Patriot PAC-3 MSE, twelve to a launcher, in place of the PAC-3 CRI of korea, because the US batteries in Korea have fired MSE since 2022. In March 2026 Patriot from Kunsan and other bases was gathered at Osan and flown to the Middle East; how many batteries is not published, so every count starts at 0. The ship with SM-3 is an assumption that no source describes.
text-3a2ed1466d = 함께 싸우는 방어층: 주한미군 패트리엇은 2022년부터 PAC-3 MSE를 쓰므로, 2017년 9월 시나리오의 PAC-3 CRI 대신 발사대마다 12발의 PAC-3 MSE를 놓았습니다. 2026년 3월 군산 등 여러 기지의 패트리엇이 오산에 모여 중동으로 실려 갔는데 몇 개 포대인지는 공개되지 않았으므로 모든 수의 범위는 0에서 시작합니다. SM-3을 실은 함정은 어떤 출처에도 없는 가정입니다.

# There is no headline value for the launchers: 0 and 6 are the two reports, and nothing says which holds. A number has to stand in the file; 0 stands there as the lower end and says no more than that. Read both ends.
text-fd8df9d9ae = 발사대에는 대표값이 없습니다. 0과 6이 두 보도이며 어느 쪽이 맞는지 알려 주는 것은 없습니다. 파일에는 수 하나가 있어야 하므로 낮은 끝인 0을 적었을 뿐이며 그 이상의 뜻은 없습니다. 두 끝을 함께 읽어야 합니다.

# Two reports stand side by side. The commander of US Forces Korea told the US Senate on 21 April 2026 that no THAAD system was moved and that ammunition is being sent forward; this is known here from one copy of a news agency's text, of low confidence. A village camera filmed six launchers leaving Seongju on 3 March 2026.
text-30a2147e4c = 두 보도가 나란히 있습니다. 주한미군 사령관은 2026년 4월 21일 미국 상원에서 사드 체계는 옮기지 않았고 탄약을 전방으로 보내고 있다고 말했습니다. 이는 통신사 기사를 옮긴 사본 하나로만 확인했으며 신뢰도는 낮습니다. 2026년 3월 3일에는 마을 카메라에 발사대 6기가 성주를 떠나는 모습이 찍혔습니다.

# Yonhap (11 March) and the Herald Business (13 March) wrote that launchers unload their interceptors at Osan and come back empty; the interceptors, up to 48, were to be flown out. The Washington Post of 9 March wrote that parts of the battery go to the Middle East; the Army Times of 11 March wrote that it is not clear which parts.
text-64cae25b98 = 연합뉴스(3월 11일)와 헤럴드경제(3월 13일)는 발사대가 오산에서 요격미사일을 내려놓고 빈 채로 돌아오며 최대 48발의 요격미사일이 해외로 실려 갈 것이라고 썼습니다. 워싱턴포스트(3월 9일)는 포대의 일부가 중동으로 간다고, 아미타임스(3월 11일)는 어느 부분인지 분명하지 않다고 썼습니다.

# 40 to 100 km.
text-b9ea963197 = 40~100 km로 봄.

# A senior official of the ministry of defence, 15 February 2016: never below 5 degrees, usually some tens of degrees. High: 20 degrees, the least that can be called tens, an estimate.
text-b336032c8d = 국방부 고위 관계자, 2016년 2월 15일: 5도 아래로는 내리지 않으며 보통 수십 도. 최고값: 수십 도라 할 수 있는 가장 작은 값인 20도로, 추정값.

# About 150 km, after experts, who conclude that Pyeongtaek is hard to defend.
text-8e8ec1a886 = 전문가에 따르면 약 150 km로, 평택은 방어하기 어렵다고 함.

# About 5 degrees up.
text-1952d47bed = 위로 약 5도.

# Operated at more than five degrees at Seongju.
text-2351959232 = 성주에서 5도보다 높게 운용함.

# Power ratio (13 dB) that belongs to the reference range, recalled from Lewis and Postol 2012; 10 to 40 (10 to 16 dB) spans what detection and tracking need. Searched for again in November 2026, in English and Korean: no page was found that gives it.
text-bf7d4ef118 = 기준 거리에 해당하는 전력비(13 dB)로, 루이스·포스톨 2012에서 기억한 값. 10~40(10~16 dB)은 탐지와 추적에 필요한 범위. 2026년 11월에 영어와 한국어로 다시 찾았으나 이를 밝힌 자료는 없었음.

# Printed as Mach 8.24; 8.24 x 340.29 m/s at sea level is 2.804 km/s, rounded. Every printed figure is 2.78 to 2.80; they may all go back to one Mach number, and which speed of sound belongs to it is not said. Low: the low end of the range of 2.6 to 2.8 recalled from Elleman and Zagurek 2016. High: an estimate, because one page says more than 10,000 km/h.
text-5a3d66f7b4 = 마하 8.24로 적혀 있음. 해수면에서 8.24 x 340.29 m/s는 2.804 km/s이며 반올림함. 공개된 수치는 모두 2.78~2.80인데 하나의 마하 수에서 나왔을 수 있고, 어느 음속을 썼는지는 밝히지 않음. 최저값: 엘먼·자구렉 2016에서 기억한 2.6~2.8의 낮은 끝. 최고값: 시속 10,000 km 이상이라는 자료가 있어 추정함.

# Printed as more than 10,000 km/h.
text-1d146de29b = 시속 10,000 km 이상으로 적혀 있음.

# The Musudan at full burn, as on 22 June 2016 from Wonsan (400 km at an apogee of about 1,414 km); one success in eight flights. Here it comes down at about 4.5 km/s at the floor; the Korean military said Mach 10 at 40 km in 2016, and Mach 14 to 16 at re-entry, with which this agrees.
text-84aab4fbc6 = 2016년 6월 22일 원산에서처럼 완전 연소한 무수단(정점 고도 약 1,414 km로 400 km). 여덟 번 가운데 한 번 성공. 여기서는 최저 요격 고도에서 약 4.5 km/s로 내려옴. 한국군은 2016년에 40 km에서 마하 10이라 했고, 재진입 때 마하 14~16이라고도 했는데 뒤의 값이 이와 맞음.

# The middle of the range recalled from Elleman and Zagurek 2016; not read again.
text-5bfb8613a0 = 엘먼·자구렉 2016에서 기억한 범위의 가운데. 다시 읽지 못함.

# The usual practice in the same briefing, some tens of degrees, at its least.
text-7de216d200 = 같은 설명에서 말한 통상적인 운용인 수십 도의 가장 작은 값.

# To the rear of the launchers; 200 km within 120 degrees ahead of them.
text-097b15180a = 발사대 뒤쪽. 앞쪽 120도 안에서는 200 km.

# X-band, nose-on, a separated cone; recalled as the common figure, a tenth to ten times as range. Searched for again in November 2026, in English and Korean: no page gives one.
text-168defc6b4 = X-밴드, 정면에서 본 분리된 원뿔. 흔히 쓰는 값으로 기억하며, 범위는 10분의 1에서 10배. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# X-band; between a separated cone (0.01) and a body that comes down whole (0.1), because it is not settled which. Searched for again in November 2026, in English and Korean: no page gives one.
text-10dfa79df5 = X-밴드. 분리된 원뿔(0.01)과 통째로 내려오는 동체(0.1) 사이의 값. 어느 쪽인지 확정되지 않았기 때문. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# X-band; the empty body comes down with the warhead, so more than a separated cone by about ten. Searched for again in November 2026, in English and Korean: no page gives one.
text-11d2af5632 = X-밴드. 빈 동체가 탄두와 함께 내려오므로 분리된 원뿔의 약 10배. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# Elevation of the antenna's normal. Not published for Seongju; photographs show the face raised to about half way.
text-9ddfafb55d = 안테나 정면이 향하는 고각. 성주에 대해서는 공개되지 않았으며, 사진에서는 정면이 절반쯤 들려 있음.

# KN-25 on 30 May 2024, 27 January and 14 March 2026.
text-c86f4121fc = KN-25, 2024년 5월 30일과 2026년 1월 27일, 3월 14일.

# No page gives it. 60 degrees is the usual limit of a phased array, where the gain has fallen to an eighth both ways; it agrees with the 120 degrees that the press gives for the view. Low: a face that gives up where two fifths of the range are left.
text-dde09f9a7d = 어느 자료에도 나오지 않습니다. 60도는 위상배열의 통상적인 한계로, 왕복 이득이 8분의 1로 떨어지는 각도이며, 언론이 시야로 말하는 120도와도 맞습니다. 최저값: 탐지거리가 5분의 2만 남는 각도까지만 쓰는 경우.

# Not published. A vehicle that left its booster at burnout, in the air of 13 km, would lose a third of its speed within a quarter of a minute, so it probably leaves higher: after 15 s a launch at 45 degrees stands at about 40 km, the floor of its intercepts. Low: at burnout. High: at the height where the air no longer matters.
text-5de11aea5c = 공개되지 않았습니다. 연소 종료 때 고도 13 km의 공기 속에서 추진체를 떠나는 요격체는 15초 안에 속도의 3분의 1을 잃으므로, 아마 더 높은 곳에서 떠날 것입니다. 45도로 발사하면 15 s 뒤 고도 약 40 km, 곧 요격 고도의 하한에 있습니다. 최저값: 연소 종료 때. 최고값: 공기가 더는 영향을 주지 않는 높이.

# Not published. Films of THAAD tests show it circle to burn energy off before it heads for the target; a tenth of the time of flight is modest for that, none is a missile that always flies as fast as it can, and three tenths cost about a third of the speed.
text-0d042851e6 = 공개되지 않았습니다. THAAD 시험 영상에서는 표적으로 향하기 전에 원을 그리며 에너지를 버리는 모습이 보입니다. 비행 시간의 10분의 1은 그에 비하면 적은 값이고, 0은 언제나 가장 빠르게 나는 미사일이며, 10분의 3은 속도의 약 3분의 1을 대가로 치릅니다.

# Recalled from briefings of the ministry of defence. Searched for again in November 2026, in English and Korean: no page was found that gives it.
text-786b9b26ac = 국방부 설명에서 기억한 값. 2026년 11월에 영어와 한국어로 다시 찾았으나 이를 밝히는 자료는 없었음.

# The kill vehicle in its shroud, 50 kg behind 0.091 m2. Low: a blunt case with a drag coefficient of 0.27; high: a slender one with 0.1; the value is their geometric mean.
text-c17bab07ca = 덮개를 쓴 요격체, 50 kg, 단면적 0.091 m2. 최저값: 항력계수 0.27의 뭉툭한 형상. 최고값: 0.1의 날씬한 형상. 이 값은 둘의 기하평균.

# The kill vehicle on its burnt-out booster: 50 kg and 205 kg behind 0.091 m2 (0.34 m) with a drag coefficient of 0.19; 0.29 and 0.15 at the ends.
text-e7338565dc = 연소를 마친 추진체에 붙어 있는 요격체: 50 kg과 205 kg, 단면적 0.091 m2(0.34 m), 항력계수 0.19. 양쪽 끝은 0.29와 0.15.

# The large guided rocket as the arcs that it has flown since May 2024: 340 to 350 km with apogees of 70 to 100 km, twelve at 340 km and 80 km on 14 March 2026. The value is the middle of the apogees. To nearer places the same apogees are taken, which makes the paths steeper than those of the tests.
text-42b3821066 = 2024년 5월 이후 비행한 대로 포물선 궤적으로 나는 대형 방사포: 340~350 km, 정점 고도 70~100 km이며, 2026년 3월 14일에는 12발이 340 km를 80 km 고도로 날았습니다. 이 값은 정점 고도의 가운데입니다. 더 가까운 곳으로도 같은 정점 고도를 쓰므로 시험보다 가파른 궤적이 됩니다.

# Threats, assets and grid are those of korea, so that only the defence differs; the KN-25 is added, which has flown since 2019.
text-f873950022 = 위협, 방어 대상, 격자는 2017년 9월 성주 시나리오와 같아서 방어 체계만 다르며, 2019년부터 비행한 KN-25가 더해졌습니다.

# Much in the south hangs on where the radar looks and how high. Only that it looks north over Gimcheon is published, so the draws turn it over every direction whose view holds the launch points. The critics of 2016 said that a lofted Hwasong-7 passes Seongju above the ceiling; here it does, at about 180 km for an apogee of 250 km. When it comes down through the band further south, a radar that looks past the zenith still sees it, and one whose elevation stops short of the zenith loses it there; the draws take 60 to 90 degrees.
text-156d7ee189 = 남부의 결과는 많은 부분이 레이더가 어느 쪽을, 얼마나 높이까지 보는지에 달려 있습니다. 김천 위로 북쪽을 본다는 것만 공개되었으므로, 표본은 시야가 발사 지점들을 모두 담는 모든 방향으로 레이더를 돌립니다. 2016년의 비판자들은 고각으로 쏜 화성-7이 요격 고도 상한 위로 성주를 지나간다고 했습니다. 이 모델에서도 정점 고도 250 km이면 약 180 km 높이로 지나갑니다. 더 남쪽에서 요격 고도대를 지나 내려올 때, 천정 너머까지 보는 레이더는 이를 아직 보지만, 고각이 천정에 못 미쳐 멈추는 레이더는 놓칩니다. 표본은 60~90도입니다.

# A missile from Yemen fell beside it on 4 May 2025.
text-de1e4939d0 = 2025년 5월 4일 예멘에서 날아온 미사일이 그 옆에 떨어졌습니다.

# About 200 missiles in two waves, 1 October 2024
text-712867bb4c = 2024년 10월 1일, 두 차례에 걸친 미사일 약 200발

# About 800 km, said of all radars of the type.
text-40d61b733b = 약 800 km. 이 형식의 레이더 전체에 대한 말.

# Arrow 2
text-d005921829 = 애로-2

# Arrow 3
text-29daf47f37 = 애로-3

# Between two shots at one target. Not published; as for THAAD.
text-3a10a68382 = 한 표적에 쏘는 두 발 사이의 간격. 공개되지 않음. 사드와 같게 둠.

# Block B when it was chosen: missiles at more than 500 km.
text-82d69f1a7a = 도입 결정 당시의 블록 B: 500 km 넘는 거리의 미사일.

# Block B, 600 km or more.
text-0d94460e45 = 블록 B, 600 km 이상.

# Block C: 800 km or more; low: Block B, 600 km or more. No source states the cross section. High: recalled figure for Block C.
text-e26c235dff = 블록 C: 800 km 이상. 최저: 블록 B, 600 km 이상. 반사면적을 밝힌 출처는 없음. 최고: 블록 C에 대해 기억한 수치.

# Counts differ: about 180 by the Israeli military, about 200 by the Pentagon. The military said that most were intercepted and gave no number, so none is printed here.
text-95078704ce = 집계는 서로 다릅니다. 이스라엘군은 약 180발, 미 국방부는 약 200발이라고 했습니다. 군은 대부분 요격했다고만 하고 수는 밝히지 않았으므로 여기에도 적지 않습니다.

# David's Sling (Stunner)
text-01865bf75d = 다윗의 돌팔매 (스터너)

# David's Sling was made against targets fired from 40 to 300 km, so missiles from Iran lie outside its published class; here it shoots at what is slow enough for it.
text-5865a4bf89 = 다윗의 돌팔매는 40~300 km에서 쏜 표적을 막으려고 만든 것이어서, 이란에서 오는 미사일은 공개된 대상 범위 밖입니다. 여기서는 요격할 수 있을 만큼 느린 것을 쏩니다.

# Dwell on a tracked target. Not published; taken as for AN/TPY-2.
text-b78b054161 = 추적 표적 조사 시간. 공개되지 않음. AN/TPY-2와 같게 둠.

# Elevation of the antenna's normal. Not published; photographs show a face that leans back a little.
text-fe8ec2a2ce = 안테나 정면이 향하는 고각. 공개되지 않음. 사진에서는 정면이 조금 뒤로 기울어 있음.

# From firm track to interceptor launch. Not published; as for THAAD or quicker, with one national chain of command.
text-76a6650bf1 = 추적 확립부터 요격미사일 발사까지. 공개되지 않음. 사드와 같거나, 한 나라의 지휘 체계이므로 더 빠르게 둠.

# From missile launch to an early-warning cue at the battery. Not published. As for THAAD: satellites see a plume once it is above the clouds and the message is short.
text-f5c3005ec2 = 미사일 발사부터 포대에 조기경보가 닿을 때까지. 공개되지 않음. 사드와 같게 둠. 위성은 화염이 구름 위로 올라오면 포착하며 메시지는 짧습니다.

# Green Pine belongs to Arrow. Its direction is an estimate: towards the launch areas, which lie between azimuths 70 and 82 from here. The catalogue takes 800 km; a German page of 2008 printed about 960 km for the radar of Arrow. All its other numbers are those taken for the Korean radars of this type, which guide no interceptor.
text-7d66361f88 = 그린파인은 애로의 레이더입니다. 방향은 추정으로, 여기서 방위각 70~82도에 있는 발사 지역 쪽입니다. 목록의 값은 800 km이며, 2008년의 독일 자료는 애로의 레이더를 약 960 km로 적었습니다. 나머지 수치는 모두 같은 형식의 한국 레이더에 대해 쓴 것이며, 한국 레이더는 요격미사일을 유도하지 않습니다.

# Hatzor, for central Israel
text-fbbf68b70a = 하초르 (이스라엘 중부)

# In the battle the interceptors run out and most missiles come through. How many there were is secret: the launchers here are estimates, a count of 2004 or numbers from memory. The battle shows what such counts would do, and not what happened.
text-164aae315e = 동시 공격 계산에서는 요격미사일이 바닥나 미사일 대부분이 통과합니다. 실제 보유량은 비밀이며, 여기의 발사대 수는 추정, 2004년의 집계, 기억에 따른 수치입니다. 계산은 그런 수로 무엇을 할 수 있는지를 보여 줄 뿐, 실제로 일어난 일이 아닙니다.

# Israel on 1 October 2024, before THAAD
text-ff524f1b82 = 2024년 10월 1일의 이스라엘, 사드 배치 전

# L-band, 500 km, in an interview with Wu Riqiang; agrees with Block B.
text-99190c864a = 우르창 인터뷰의 L-밴드, 500 km. 블록 B와 맞음.

# Launch areas of that day are not published; those named for June 2025 stand in their place, as towns to 0.1 degrees.
text-a1ec2b4565 = 그날의 발사 지역은 공개되지 않았습니다. 2025년 6월에 거론된 곳을 대신 쓰며, 도시 위치를 0.1도까지 적었습니다.

# Little of Arrow is published. The ceiling is the number that changes most: 10 to 40 km was given in 1998, and an intercept of October 2023 is said to have been above 100 km. The reach is what a test of 2001 showed at least. Read the ends.
text-6914b899ee = 애로에 대해 공개된 것은 적습니다. 결과를 가장 크게 바꾸는 수치는 요격 고도 상한입니다. 1998년에는 10~40 km라고 했고, 2023년 10월의 요격은 100 km보다 높았다고 합니다. 요격 거리는 2001년 시험에서 드러난 최소한의 값입니다. 양 끝을 함께 보십시오.

# Named among the places where pieces or missiles fell on 1 October 2024.
text-455f463e80 = 2024년 10월 1일 파편이나 미사일이 떨어진 곳으로 거론되었습니다.

# Named among the places where something fell on 1 October 2024; the military said a day later that bases had been struck, and named none.
text-d3e92e4636 = 2024년 10월 1일 무언가가 떨어진 곳으로 거론되었습니다. 군은 하루 뒤 기지들이 맞았다고 했으나 이름은 밝히지 않았습니다.

# No THAAD: it was announced on 13 October and its first parts came on 14 October 2024. Iron Dome and Patriot are left out.
text-894acc77a4 = 사드는 없습니다. 2024년 10월 13일에 발표되었고 10월 14일에 첫 장비가 도착했습니다. 아이언돔과 패트리엇은 넣지 않습니다.

# Nobody published a chain time. Between the 90 s of one test of SM-3 and the 200 s of the Korean simulation for THAAD.
text-bb289c3027 = 전체 소요 시간을 공개한 곳은 없음. SM-3 시험 한 번의 90초와 사드에 대한 한국 모의실험의 200초 사이.

# Not published on any page read. Mach 9 is recalled for the system; 9 x 340.29 m/s at sea level is 3.06 km/s, which two stages may reach high in the air. One equivalent burn of a missile of this mass and width reaches 2.2 km/s with a usual share of propellant, and 2.5 km/s with hardly any structure.
text-1d229cc2f1 = 읽은 자료 어디에도 없음. 체계 전체는 마하 9로 기억함. 해수면에서 9 x 340.29 m/s는 3.06 km/s로, 두 단이라면 높은 고도에서 낼 수도 있음. 이만한 질량과 굵기의 미사일을 한 번의 연소로 나타내면 통상적인 추진제 비율로 2.2 km/s, 구조물이 거의 없다면 2.5 km/s에 이름.

# Not published. Missiles of 1,600 to 2,000 km range, which it has met, come down at 3.5 to 4.2 km/s by this project.
text-ed196fe63b = 공개되지 않음. 실제로 요격한 사거리 1,600~2,000 km의 미사일은 이 프로젝트의 계산으로 3.5~4.2 km/s로 내려옴.

# Not published. The nose alone after both stages: 180 kg behind about 0.15 m2 with a drag coefficient of 0.3; with its burnt-out stage more. The ends: a blunt nose, and a slender body with its stage.
text-ae569ff04f = 공개되지 않음. 두 단이 끝난 뒤의 앞부분만: 약 0.15 m2에 180 kg, 항력계수 0.3. 다 탄 단이 붙어 있으면 더 큼. 양 끝: 뭉툭한 앞부분, 그리고 단이 붙은 가는 동체.

# Not published; an early-warning radar looks at the horizon, and hills raise it.
text-972ef907eb = 공개되지 않음. 조기경보 레이더는 지평선을 보며, 언덕이 그 각도를 높임.

# Not published; the usual limit of a phased array.
text-c8034f88cd = 공개되지 않음. 위상배열의 통상적인 한계.

# Palmachim air base
text-2e9d0ec7bc = 팔마힘 공군기지

# Port and refineries.
text-20e91335e3 = 항구와 정유소.

# Power ratio (13 dB), as for AN/TPY-2 so that ranges can be compared; 10 to 40 (10 to 16 dB) spans what detection and tracking need.
text-1e51e2f1ab = 전력비(13 dB). 거리를 비교할 수 있도록 AN/TPY-2와 같게 둠. 10~40(10~16 dB)은 탐지와 추적에 필요한 범위.

# Range 1,400 km: only from the west of Iran. Manoeuvres; see the notes.
text-b5058b5dbd = 사거리 1,400 km: 이란 서부에서만 닿습니다. 기동합니다. 설명을 보십시오.

# Range 1,450 km: only from the west of Iran. Manoeuvres in the air; see the notes.
text-6458ef7518 = 사거리 1,450 km: 이란 서부에서만 닿습니다. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,700 km: reaches most of Israel from central Iran. The vehicle is guided in re-entry; see the notes.
text-0fb5927286 = 사거리 1,700 km: 이란 중부에서 이스라엘 대부분에 닿습니다. 재진입체가 유도됩니다. 설명을 보십시오.

# Range 1,950 km: reaches all of Israel from central Iran.
text-f435bf746f = 사거리 1,950 km: 이란 중부에서 이스라엘 전역에 닿습니다.

# Recalled as about 50 km from handbooks; not read again.
text-e5d0d60c58 = 편람에서 약 50 km로 기억함. 다시 읽지 못함.

# Recalled for Block C; not read again.
text-0eaafd2383 = 블록 C에 대해 기억함. 다시 읽지 못함.

# Share of radar time for search; more than for AN/TPY-2, because the radar guides no interceptor in South Korea. Not published.
text-b32f4f85a3 = 레이더 시간 가운데 탐색에 쓰는 비율. 한국에서는 요격미사일을 유도하지 않으므로 AN/TPY-2보다 큼. 공개되지 않음.

# The 2,400 km of Arrow 3 is a distance of the launch or the range of its target, no reach to an intercept. Its reach and its ceiling are not published and are estimates here.
text-9df9c6cb92 = 애로-3의 2,400 km는 발사 지점까지의 거리이거나 표적의 사거리이며, 요격 지점까지의 거리가 아닙니다. 요격 거리와 고도 상한은 공개되지 않았고 여기서는 추정입니다.

# The Pentagon counted about 200, the Israeli military about 180. A second wave ten minutes after the first is told by one page of low confidence. Equal parts of four missiles, one every four seconds of each kind, and targets in turn are assumptions. Missiles that failed after launch, about half in April 2024, are not taken off.
text-48052af7f3 = 미 국방부는 약 200발, 이스라엘군은 약 180발로 집계했습니다. 첫 공격 10분 뒤의 두 번째 공격은 신뢰도가 낮은 자료 하나에만 나옵니다. 네 가지 미사일을 같은 수로 나눈 것, 종류마다 4초에 한 발씩이라는 것, 목표를 차례로 돌린 것은 가정입니다. 발사 뒤 실패한 미사일(2024년 4월에는 약 절반)은 빼지 않았습니다.

# The battery under study is Arrow 2 with its two places of launch. Maps, places and people are answered for it alone; Arrow 3, David's Sling and two US destroyers join in the battle.
text-973a583bdd = 연구 대상은 발사 장소가 두 곳인 애로-2입니다. 지도, 장소, 인구에 관한 결과는 애로-2만으로 계산한 것이며, 동시 공격 계산에는 애로-3, 다윗의 돌팔매, 미 구축함 두 척이 더해집니다.

# The far south, nearest to Yemen.
text-8a3f678549 = 최남단, 예멘에서 가장 가까운 곳.

# The farthest intercept by August 2001, counted from the launch site; shown at least, and no limit. Low: recalled as 90 km. High: an estimate.
text-2f84d05077 = 2001년 8월까지 가장 먼 요격으로, 발사 지점에서 잰 거리. 적어도 이만큼이라는 뜻이며 한계가 아님. 최저: 90 km로 기억함. 최고: 추정.

# The intercept of 31 October 2023 is said to have been above 100 km, by Block 4.
text-cb7c3058c0 = 2023년 10월 31일의 요격은 블록 4가 100 km보다 높은 곳에서 했다고 함.

# The low end of 10 to 40 km, as given before deployment; the range is an estimate.
text-34f013f00d = 배치 전에 밝힌 10~40 km의 낮은 끝. 범위는 추정.

# The maker speaks of the inside of the air and also of space, without a number; read as the border of space.
text-8d11f92753 = 제작사는 대기권 안과 우주를 함께 말하되 수치는 밝히지 않음. 우주의 경계로 읽음.

# The missiles are flown as arcs. Emad, Kheibar Shekan and Fattah-1 are no plain arcs in re-entry: what they do in the air is left out, so that intercepts in the air are judged too kindly to the defence.
text-9b5499ee26 = 미사일은 탄도 궤적으로 계산합니다. 에마드, 헤이바르 셰칸, 파타흐-1은 재진입 때 단순한 탄도를 따르지 않습니다. 대기권에서의 움직임은 넣지 않았으므로, 대기권 요격은 방어에 지나치게 유리하게 평가됩니다.

# The press named the base for the first battery; position to 0.1 degrees. Launchers: four to eight a battery are recalled; 16 would hold half of the 200 missiles that an estimate of 2004 put on two bases. No page gives a number for 2024 or 2025.
text-c97651ab38 = 언론이 첫 포대의 위치로 이 기지를 꼽았습니다. 위치는 0.1도까지입니다. 발사대: 포대당 4~8기로 기억하며, 16기라면 2004년의 추정이 기지 두 곳에 있다고 한 200발의 절반을 실을 수 있습니다. 2024년이나 2025년의 수를 밝힌 자료는 없습니다.

# The top of 10 to 40 km, as given before deployment in 1998. High: the rival. Of all numbers of this entry the one that most changes a map.
text-6c43817878 = 1998년 배치 전에 밝힌 10~40 km의 높은 끝. 최고: 다른 자료의 값. 이 항목의 수치 가운데 지도를 가장 크게 바꿈.

# The town, to 0.1 degrees. A think tank has long named Lorestan as a home of medium-range missiles; no launch is tied to it.
text-9e3478889c = 도시 위치, 0.1도까지. 한 연구 기관이 오래전부터 로레스탄을 준중거리 미사일의 근거지로 꼽아 왔으나, 이곳과 연결된 발사는 없습니다.

# The town, to 0.1 degrees. The Israeli military named central Iran and no town; that Isfahan stands for it is an assumption.
text-8e932a7be7 = 도시 위치, 0.1도까지. 이스라엘군은 이란 중부라고만 하고 도시는 밝히지 않았습니다. 이스파한으로 대신한 것은 가정입니다.

# The town, to 0.1 degrees: Iranian state media named Kermanshah as a launch area on 13 and 14 June 2025.
text-0ded5ef986 = 도시 위치, 0.1도까지. 이란 국영 매체가 2025년 6월 13일과 14일의 발사 지역으로 케르만샤를 꼽았습니다.

# The town, to 0.1 degrees: Iranian state media named Tehran as a launch area on 13 and 14 June 2025.
text-4ad5fef347 = 도시 위치, 0.1도까지. 이란 국영 매체가 2025년 6월 13일과 14일의 발사 지역으로 테헤란을 꼽았습니다.

# Time between two looks at a track. Not published; an early-warning radar has more to follow.
text-7cd4a4b4b2 = 한 표적을 두 번 보는 사이의 시간. 공개되지 않음. 조기경보 레이더는 추적할 것이 더 많음.

# Time for one round of the search fence. Not published; as for AN/TPY-2.
text-44e5defce8 = 탐색 펜스를 한 차례 훑는 시간. 공개되지 않음. AN/TPY-2와 같게 둠.

# Time to judge whether the first shot hit. Not published.
text-43fe0d9411 = 첫 발이 명중했는지 판단하는 시간. 공개되지 않음.

# US destroyers in the eastern Mediterranean (position assumed)
text-843a205436 = 지중해 동부의 미 구축함 (위치는 가정)

# Uncertainty of the position, one sigma along its longest axis, within which a track is firm. Not published; as for THAAD.
text-542e99bdaf = 추적이 확립되었다고 볼 수 있는 위치 오차의 한도이며, 가장 긴 축 방향의 표준편차. 공개되지 않음. 사드와 같게 둠.

# Uncertainty of the predicted point of intercept, one sigma along its longest axis, within which an interceptor is committed; the rest is corrected in flight. Not published; as for THAAD.
text-d1a026ef76 = 요격미사일 발사를 결심할 수 있는 예상 요격 지점 오차의 한도이며, 가장 긴 축 방향의 표준편차. 나머지는 비행 중에 바로잡음. 공개되지 않음. 사드와 같게 둠.

# Wavelength / length for 9 m by 3 m at 1.25 GHz: 1.5 deg wide and 4.6 deg high; the value is the geometric mean.
text-aa4cb8917f = 1.25 GHz, 9 m × 3 m일 때 파장 / 길이: 가로 1.5도, 세로 4.6도. 값은 기하평균.

# Which missiles were fired is not officially known: Iranian state media spoke of hypersonic ones. The four here are those with published ranges that Iran has shown; the split into equal parts is an assumption. Haj Qasem, Sejjil and Khorramshahr are left out, because too few of their numbers are published.
text-698a3f045f = 어떤 미사일이 발사되었는지는 공식적으로 알려지지 않았습니다. 이란 국영 매체는 극초음속 미사일을 말했습니다. 여기의 네 가지는 이란이 공개했고 사거리가 알려진 것이며, 같은 수로 나눈 것은 가정입니다. 하지 카셈, 세질, 호람샤르는 공개된 수치가 너무 적어 넣지 않았습니다.

# X-band, nose-on, a separated cone; recalled as the common figure, a tenth to ten times as range. No page gives one.
text-f0e16a5ea2 = X-밴드, 정면에서 본 분리된 원뿔. 흔히 쓰는 값으로 기억하며, 범위는 10분의 1에서 10배. 밝힌 자료가 없음.

# assumed beside Arrow 2 at Palmachim
text-50a7c7def6 = 팔마힘의 애로-2 옆으로 가정

# near Hadera
text-5e1d77e439 = 하데라 부근

# Claimed range 2,150 km.
text-9019a1c3b3 = 주장된 사거리 2,150 km.

# During the war the Houthis claimed missiles together with Iran, two in the 24 hours to 15 June, and the Israeli military knew of none: flights from Yemen in the battle are a question, no record.
text-6a2539d14e = 전쟁 중 후티는 이란과 함께 미사일을 쏘았다고 주장했고(6월 15일까지 24시간 동안 두 발), 이스라엘군은 아는 바가 없다고 했습니다. 동시 공격 계산에 든 예멘발 비행은 가정해 본 물음이며 기록이 아닙니다.

# Israel in June 2025, with THAAD
text-c7b968681e = 2025년 6월의 이스라엘, 사드와 함께

# Little of Arrow and of David's Sling is published: their ceilings and reaches are estimates or single pages. The 2,400 km of Arrow 3 is a distance of the launch, no reach to an intercept.
text-9329eebe67 = 애로와 다윗의 돌팔매에 대해 공개된 것은 적습니다. 고도 상한과 요격 거리는 추정이거나 자료가 하나뿐입니다. 애로-3의 2,400 km는 발사 지점까지의 거리이며 요격 거리가 아닙니다.

# Negev
text-31288b8e5e = 네게브

# Negev, the second battery
text-36bd4cb557 = 네게브, 두 번째 포대

# No government names a place of either battery. The press says Negev; the point here stands for the Negev and for nothing narrower.
text-7dc1fa50e9 = 어느 정부도 두 포대의 위치를 밝히지 않았습니다. 언론은 네게브라고 합니다. 여기의 점은 네게브 지역을 나타낼 뿐 더 좁은 위치를 뜻하지 않습니다.

# One salvo of June 2025, and two missiles from Yemen
text-bd70f4bf7c = 2025년 6월의 일제사격 한 번과 예멘에서 온 미사일 두 발

# Palestine-2 from Yemen rests on claims of its owners; Israel says that it flew as an arc without a manoeuvre. Ghadr stands for the missiles of that family which were flown from Yemen.
text-d07f8f427e = 예멘의 팔레스타인-2는 보유 측의 주장에 따른 것입니다. 이스라엘은 기동 없이 탄도로 날았다고 합니다. 가드르는 예멘에서 발사된 같은 계열의 미사일을 대신합니다.

# Range 1,400 km: only from the west of Iran. The Iranian Revolutionary Guard Corps said on 18 June 2025 that it was fired. Manoeuvres; see the notes.
text-a8e766fae0 = 사거리 1,400 km: 이란 서부에서만 닿습니다. 이란 혁명수비대가 2025년 6월 18일 발사했다고 밝혔습니다. 기동합니다. 설명을 보십시오.

# Range 1,450 km: only from the west of Iran. Stands for Haj Qasem as well. Manoeuvres in the air; see the notes.
text-9d7b96fe75 = 사거리 1,450 km: 이란 서부에서만 닿습니다. 하지 카셈도 대신합니다. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,700 km. The vehicle is guided in re-entry; see the notes.
text-ab438616c0 = 사거리 1,700 km. 재진입체가 유도됩니다. 설명을 보십시오.

# Range 1,950 km. A missile of this family was flown from Yemen on 31 October 2023.
text-70e89c842e = 사거리 1,950 km. 이 계열의 미사일이 2023년 10월 31일 예멘에서 발사되었습니다.

# State media named Fattah, Haj Qasem, Sejjil and a missile called Kheibar for June 2025. Haj Qasem is close to Kheibar Shekan; Sejjil and Khorramshahr are left out, because too few of their numbers are published. Emad and Ghadr are named by no authority for this war.
text-1710e76e08 = 국영 매체는 2025년 6월에 파타흐, 하지 카셈, 세질, 헤이바르라는 미사일을 썼다고 했습니다. 하지 카셈은 헤이바르 셰칸과 비슷합니다. 세질과 호람샤르는 공개된 수치가 너무 적어 넣지 않았습니다. 에마드와 가드르를 이 전쟁에서 썼다고 밝힌 당국은 없습니다.

# THAAD spent 100 to 150 interceptors in the twelve days, as the press says, and was restocked in between; one salvo is fought here, with what two batteries hold.
text-9355d714b2 = 언론에 따르면 사드는 12일 동안 요격미사일 100~150발을 썼고 그 사이에 보충되었습니다. 여기서는 두 포대가 가진 것으로 일제사격 한 번만 계산합니다.

# The Israeli military counted fewer than 100 missiles in the opening salvo of 13 June 2025, Iranian media hundreds; later salvos were under 50. 100 is taken as the upper end of the first. In all, 550 came in twelve days. The split between missiles, one every two seconds of each kind, and targets in turn are assumptions; the two from Yemen are a claim.
text-00341710c7 = 이스라엘군은 2025년 6월 13일 첫 일제사격을 100발 미만으로, 이란 매체는 수백 발로 집계했습니다. 그 뒤의 사격은 50발 미만이었습니다. 첫 사격의 높은 끝으로 100발을 씁니다. 12일 동안 모두 550발이 왔습니다. 미사일 종류의 배분, 종류마다 2초에 한 발씩이라는 것, 목표를 차례로 돌린 것은 가정이며, 예멘에서 온 두 발은 주장입니다.

# The battery under study is one of the two THAAD batteries reported in Israel: the first from October 2024, the second from April 2025. Maps, places and people are answered for it alone; the second THAAD battery, Arrow 2, Arrow 3, David's Sling and US destroyers join in the battle.
text-7638744f99 = 연구 대상은 이스라엘에 있다고 보도된 사드 두 포대 가운데 하나입니다. 첫 포대는 2024년 10월, 두 번째는 2025년 4월부터입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 동시 공격 계산에는 두 번째 사드 포대, 애로-2, 애로-3, 다윗의 돌팔매, 미 구축함이 더해집니다.

# The press says Negev, and that a convoy was seen near Beersheba; no place is officially named, and this point stands for the region alone. A full battery is an assumption.
text-b187d3f6ac = 언론은 네게브라고 하며, 베르셰바 부근에서 수송 행렬이 보였다고 합니다. 공식적으로 밝힌 위치는 없으며 이 점은 지역만을 나타냅니다. 완편 포대라는 것은 가정입니다.

# The town, to 0.1 degrees: an Arab broadcaster named the area for one launch towards Israel.
text-f984b54e6f = 도시 위치, 0.1도까지. 한 아랍 방송이 이스라엘을 향한 발사 한 건의 지역으로 꼽았습니다.

# Al Dhafra Air Base
text-6cc6cf3197 = 알다프라 공군기지

# Al Ruwais
text-27c4a39d81 = 알루와이스

# As the Emirates counted: two missiles at the base, both destroyed. Of the attack of 17 January only a claim of five missiles of two kinds is known, of which one was destroyed by THAAD. The time between the launches is an assumption.
text-b4f268d856 = 아랍에미리트의 집계로, 기지를 향한 두 발이 모두 파괴되었습니다. 1월 17일의 공격은 두 종류 다섯 발이라는 주장만 알려져 있고, 그 가운데 한 발을 사드가 파괴했습니다. 발사 간격은 가정입니다.

# Capital.
text-71e48a60e3 = 수도.

# Cruise missiles and drones, which came as well, are not flown. Cheongung-II came to the Emirates in 2025 and is not here. The US battery in Saudi Arabia had left by September 2021.
text-d9a1a5d4d3 = 함께 날아온 순항미사일과 무인기는 계산하지 않습니다. 천궁-II는 2025년에 아랍에미리트에 들어왔으므로 여기에는 없습니다. 사우디아라비아의 미군 포대는 2021년 9월까지 떠났습니다.

# Named by its owners for 17 and 24 January 2022.
text-34a096c3d3 = 보유 측이 2022년 1월 17일과 24일에 썼다고 한 이름입니다.

# Named by the attackers on 17 January 2022.
text-78023131b6 = 2022년 1월 17일 공격 측이 거론했습니다.

# Oil port on the eastern coast.
text-cfca9e5440 = 동해안의 석유 항구.

# Published for January 2022: on the 17th THAAD destroyed one missile bound for a place near Al Dhafra; on the 24th two at Al Dhafra were destroyed by Emirati fire and US Patriot together; on the 31st one was destroyed. The US commander spoke of two successes of THAAD, other accounts of one and of three. Shots were not counted.
text-b9a52aa6db = 2022년 1월에 대해 공개된 것: 17일 사드가 알다프라 부근을 향한 한 발을 파괴했고, 24일 알다프라를 향한 두 발을 아랍에미리트와 미군 패트리엇이 함께 파괴했으며, 31일 한 발이 파괴되었습니다. 미군 사령관은 사드의 성공을 두 번이라고 했고, 다른 자료는 한 번 또는 세 번이라고 합니다. 쏜 발수는 집계되지 않았습니다.

# Refineries; a THAAD battery is said to guard them.
text-3b5edbcf2b = 정유 시설. 사드 포대가 이곳을 지킨다고 합니다.

# Sader
text-2677a4ce47 = 사데르

# Satellite images show sheds used for THAAD radars at Sader since 2016 and near Ruwais since 2018. Where Sader lies is not said on the pages read: its position is from memory, to a few tenths of a degree.
text-e121f8b296 = 위성 사진에 따르면 사드 레이더용 격납 시설이 사데르에는 2016년부터, 루와이스 부근에는 2018년부터 있습니다. 사데르가 어디인지는 읽은 자료에 없으며, 위치는 기억에 따라 0.몇 도까지 적었습니다.

# The Emirates in January 2022, the first combat of THAAD
text-6d91ed8c75 = 2022년 1월의 아랍에미리트, 사드의 첫 실전

# The Emirati ministry named the province for the launches of 24 and 31 January 2022. The point is about its middle, from memory.
text-52cd499026 = 아랍에미리트 국방부가 2022년 1월 24일과 31일의 발사 지역으로 이 주를 꼽았습니다. 점은 기억에 따른 그 가운데쯤입니다.

# The battery under study is one of the two THAAD batteries of the Emirates, bought in 2011 and in service from 2016. Maps, places and people are answered for it alone; the second battery and Patriot join in the battle.
text-0a67eadb09 = 연구 대상은 2011년에 사서 2016년부터 운용한 아랍에미리트의 사드 두 포대 가운데 하나입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 동시 공격 계산에는 두 번째 포대와 패트리엇이 더해집니다.

# The missiles named by their owners are Zulfiqar: no number of them is published. The one here has the body and engine of the Scud family and the reach that is told of the missiles of Yemen in general, 1,500 km. It is flown as an arc.
text-45c71d3fff = 보유 측이 밝힌 미사일 이름은 줄피카르이며, 공개된 수치는 없습니다. 여기의 미사일은 스커드 계열의 동체와 엔진에, 예멘의 미사일 전반에 대해 알려진 사거리 1,500 km를 씁니다. 탄도로 계산합니다.

# The name is from CNN after satellite images, without a position; this one, between Abu Dhabi and Dubai, is from memory, to a few tenths of a degree. Launchers: six by the package of two batteries; nine were in a request of 2012.
text-3cc766f745 = 이름은 위성 사진에 따른 CNN 보도에서 나왔고 위치는 없습니다. 아부다비와 두바이 사이의 이 위치는 기억에 따라 0.몇 도까지 적은 것입니다. 발사대: 두 포대 묶음으로 보면 6기이며, 2012년의 요청에는 9기가 있었습니다.

# The town, to 0.1 degrees: named for a launch towards Israel in a later year; here a second direction.
text-311f323c09 = 도시 위치, 0.1도까지. 뒷날 이스라엘을 향한 발사 지역으로 거론되었습니다. 여기서는 두 번째 방향입니다.

# Two missiles at Al Dhafra, 24 January 2022
text-a913fc8103 = 2022년 1월 24일, 알다프라를 향한 미사일 두 발

# Two missiles were aimed at it on 24 January 2022.
text-48a2c5644f = 2022년 1월 24일 미사일 두 발이 이곳을 향했습니다.

# Two radars were sold. Beside its launchers; the direction is an estimate: towards Al Jawf and Saada, which lie between azimuths 229 and 236.
text-204b260370 = 레이더 2기가 판매되었습니다. 발사대 옆에 두며, 방향은 추정으로 방위각 229~236도에 있는 알자우프와 사다 쪽입니다.

# Beside its launchers. The direction is an estimate: the launch areas lie between azimuths 327 and 26, and their middle is about 356.
text-e2ff680f48 = 발사대 옆에 둡니다. 방향은 추정입니다. 발사 지역은 방위각 327도와 26도 사이에 있고 그 가운데는 약 356도입니다.

# Capital of Saudi Arabia.
text-a77b56fd37 = 사우디아라비아의 수도.

# Emad and Kheibar Shekan are no plain arcs in re-entry and Zolfaghar can fly flatter: all are flown as arcs, so that intercepts in the air are judged too kindly to the defence. Fateh-313, Dezful and what glides are left out.
text-c5bf1bf095 = 에마드와 헤이바르 셰칸은 재진입 때 단순한 탄도를 따르지 않고 졸파가르는 더 낮게 날 수 있습니다. 모두 탄도로 계산하므로, 대기권 요격은 방어에 지나치게 유리하게 평가됩니다. 파테-313, 데즈풀, 활공하는 미사일은 넣지 않습니다.

# Named again in March 2026; two missiles were aimed at it on 24 January 2022.
text-aa0fa0a6c2 = 2026년 3월에 다시 거론되었습니다. 2022년 1월 24일에는 미사일 두 발이 이곳을 향했습니다.

# Named by the press as hit or under falling pieces from 28 February 2026 on.
text-3ba1103cb8 = 2026년 2월 28일부터 맞았거나 파편이 떨어진 곳으로 언론이 거론했습니다.

# Oil port on the eastern coast; a fire from falling pieces on 9 March 2026.
text-eae69fdee2 = 동해안의 석유 항구. 2026년 3월 9일 떨어진 파편으로 불이 났습니다.

# One missile bound for the Eastern Province was stopped on 11 March 2026.
text-6528383236 = 2026년 3월 11일 동부주를 향한 미사일 한 발이 요격되었습니다.

# Prince Sultan Air Base
text-e767ae02bf = 프린스 술탄 공군기지

# Qatar, Kuwait and Bahrain, which have batteries of their own, and US THAAD, of which no place in these two countries is published, are left out. So are Arrow and Barak, which the press names for the Emirates without a number.
text-29b2e4c511 = 자체 포대가 있는 카타르, 쿠웨이트, 바레인과, 이 두 나라에서의 위치가 공개되지 않은 미군 사드는 넣지 않습니다. 언론이 수량 없이 아랍에미리트에 있다고 한 애로와 바라크도 넣지 않습니다.

# Radars may have been lost: buildings for THAAD radars at Sader and near Ruwais and a tent near Prince Sultan Air Base were hit between 28 February and 1 March 2026; whether a radar stood in them is unknown. Here all radars work, except that the Saudi battery may be absent; ask what is lost without one.
text-eb3e4f4c1f = 레이더를 잃었을 수도 있습니다. 2026년 2월 28일에서 3월 1일 사이에 사데르와 루와이스 부근의 사드 레이더용 건물과 프린스 술탄 공군기지 부근의 천막이 맞았으나, 그 안에 레이더가 있었는지는 알 수 없습니다. 여기서는 모든 레이더가 작동하며, 사우디 포대만 없을 수 있다고 둡니다. 레이더가 없으면 무엇을 잃는지 물어보십시오.

# Range 1,450 km. Manoeuvres in the air; see the notes.
text-b844a9923c = 사거리 1,450 km. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,950 km.
text-62e132b1ed = 사거리 1,950 km.

# Range 700 km: from Fars it reaches the Emirates and the Saudi coast.
text-3642f405ea = 사거리 700 km: 파르스에서 아랍에미리트와 사우디 해안에 닿습니다.

# Range 800 km: from Fars it reaches the coast and Riyadh.
text-53c42faa9b = 사거리 800 km: 파르스에서 해안과 리야드에 닿습니다.

# Saudi THAAD: the first battery was inaugurated on 2 July 2025 in Jeddah, a place of a ceremony. The crew of a third unit finished its training on 24 August 2025, but no second battery was inaugurated on any page read. Where the first one stands is not published.
text-6307e6b004 = 사우디 사드: 첫 포대는 2025년 7월 2일 제다에서 창설식을 했습니다. 제다는 행사 장소일 뿐입니다. 세 번째 부대의 인원은 2025년 8월 24일 훈련을 마쳤으나, 두 번째 포대의 창설을 전한 자료는 없습니다. 첫 포대의 위치는 공개되지 않았습니다.

# Six missiles bound for it were stopped on 11 March 2026 and three on 6 March, as Saudi Arabia said.
text-c59b25aad9 = 사우디아라비아에 따르면 이곳을 향한 미사일이 2026년 3월 11일 여섯 발, 3월 6일 세 발 요격되었습니다.

# Sixteen missiles at the Emirates, as counted on 7 March 2026 (15 destroyed, 1 in the sea), and seven at Saudi Arabia, as counted on 11 March (all stopped: six at Prince Sultan Air Base, one at the Eastern Province). A day put into a few minutes is the hardest reading of it. The kinds of missile, the targets in the Emirates and the time between launches are assumptions.
text-a6432b0027 = 2026년 3월 7일 집계로 아랍에미리트를 향한 16발(15발 파괴, 1발은 바다), 3월 11일 집계로 사우디아라비아를 향한 일곱 발(모두 요격. 프린스 술탄 공군기지에 여섯 발, 동부주에 한 발)입니다. 하루를 몇 분으로 줄인 것은 가장 어렵게 본 것입니다. 미사일의 종류, 아랍에미리트 안의 목표, 발사 간격은 가정입니다.

# The Emirates and Saudi Arabia in March 2026
text-67a15a8a3b = 2026년 3월의 아랍에미리트와 사우디아라비아

# The battery under study is one of the two THAAD batteries of the Emirates. Maps, places and people are answered for it alone, and Saudi places lie beyond its reach: for them read the battle, in which the second battery, the one Saudi battery, two batteries of Cheongung-II and Patriot join.
text-207b604796 = 연구 대상은 아랍에미리트의 사드 두 포대 가운데 하나입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 사우디의 장소는 요격 거리 밖입니다. 그곳은 동시 공격 계산을 보십시오. 두 번째 포대, 사우디 포대 하나, 천궁-II 포대 둘, 패트리엇이 더해집니다.

# The record of the Emirates counts missiles, not shots, and all systems together. To 1 March 2026: 137 detected, 132 destroyed, 5 in the sea. To 9 March: 253, 233, 18, and 2 on land. To 10 March: 262, 241, 19 and 2. From about 13 March the ministry no longer split its count. Nobody checked, and what THAAD did of it is not published.
text-0c8d2535f9 = 아랍에미리트의 기록은 쏜 발수가 아니라 미사일 수이며 모든 체계를 합한 것입니다. 2026년 3월 1일까지: 탐지 137발, 파괴 132발, 바다에 5발. 3월 9일까지: 253발, 233발, 18발, 육지에 2발. 3월 10일까지: 262발, 241발, 19발, 2발. 3월 13일 무렵부터 국방부는 나누어 밝히지 않았습니다. 검증한 곳은 없으며, 그 가운데 사드가 한 몫은 공개되지 않았습니다.

# The town, to 0.1 degrees; an assumption, because no launch area of 2026 is published.
text-2b6b67db40 = 도시 위치, 0.1도까지. 2026년의 발사 지역이 공개되지 않았으므로 가정입니다.

# Two published days of March 2026 put into one
text-14717e750d = 2026년 3월에 공개된 이틀을 하나로 합친 것

# Where the first Saudi THAAD battery was inaugurated.
text-f6f2de7f1a = 사우디의 첫 사드 포대가 창설식을 한 곳.

# Which missiles were fired at the Gulf, and from which provinces of Iran, is not published. The missiles here are those with published ranges, and the launch areas are towns in the provinces that face the Gulf or were named for June 2025: assumptions.
text-b8cdfe547e = 걸프 지역에 어떤 미사일이 이란의 어느 주에서 발사되었는지는 공개되지 않았습니다. 여기의 미사일은 사거리가 공개된 것이고, 발사 지역은 걸프를 마주 보거나 2025년 6월에 거론된 주의 도시로, 가정입니다.

# assumed near Abu Dhabi
text-e872391647 = 아부다비 부근으로 가정

# assumed near Dammam
text-70f877137d = 담맘 부근으로 가정

# assumed near Dubai
text-c083129f0b = 두바이 부근으로 가정

# assumed near Prince Sultan Air Base
text-6d76deaa52 = 프린스 술탄 공군기지 부근으로 가정

# United Arab Emirates: the GeoNames towns of 1,000 people and more have 13,262,959 people together, 36 % more than an estimate of 2019, 9,770,529 (Natural Earth 5.1.1, table of countries at 1:10 million); each town is scaled by 0.74.
text-51af35dd34 = 아랍에미리트: GeoNames의 인구 1,000명 이상 도시를 모두 더하면 13,262,959명으로, 2019년 추정치 9,770,529명(Natural Earth 5.1.1, 1:1,000만 국가 표)보다 36 % 많습니다. 도시마다 0.74를 곱합니다.

# United Arab Emirates: the GeoNames towns of 1,000 people and more have 13,262,959 people together, 36 % more than an estimate of 2019, 9,770,529 (Natural Earth 5.1.1, table of countries at 1:10 million); each town is scaled by 0.74. Saudi Arabia: the GeoNames towns of 1,000 people and more have 24,301,628 people together, 29 % fewer than an estimate of 2019, 34,268,528 (Natural Earth 5.1.1, table of countries at 1:10 million); each town is scaled by 1.41.
text-42a310efe2 = 아랍에미리트: GeoNames의 인구 1,000명 이상 도시를 모두 더하면 13,262,959명으로, 2019년 추정치 9,770,529명(Natural Earth 5.1.1, 1:1,000만 국가 표)보다 36 % 많습니다. 도시마다 0.74를 곱합니다. 사우디아라비아: GeoNames의 인구 1,000명 이상 도시를 모두 더하면 24,301,628명으로, 2019년 추정치 34,268,528명(Natural Earth 5.1.1, 1:1,000만 국가 표)보다 29 % 적습니다. 도시마다 1.41을 곱합니다.

# Assumed beside its launchers. The launch areas lie between azimuths 67 in Iran and 148 in Yemen; the direction looks at Iran as far as Yemen stays in view. The range, 73 to 108, is an estimate: from the middle of the launch areas in Iran to the middle of all, because nobody would turn it farther from Iran.
text-987547184f = 발사대 옆에 있다고 가정. 발사 지역은 방위각 67도(이란)와 148도(예멘) 사이에 있으며, 예멘이 시야에 남는 한도에서 이란 쪽을 봅니다. 범위 73~108도는 추정으로, 이란 발사 지역의 가운데에서 전체의 가운데까지입니다. 이보다 이란에서 더 돌릴 이유가 없기 때문입니다.

# Where the radar looks is not published. The direction here holds Iran and Yemen in one view; a radar turned to one of them sees less of the other. The draws turn it from the middle of the launch areas in Iran, where Yemen is out of view, to the middle between Iran and Yemen.
text-fc574db0fd = 레이더가 보는 방향은 공개되지 않았습니다. 여기의 방향은 이란과 예멘을 한 시야에 담습니다. 한쪽으로 돌린 레이더는 다른 쪽을 덜 봅니다. 표본은 예멘이 시야 밖인 이란 발사 지역의 가운데에서 이란과 예멘의 가운데까지 레이더를 돌립니다.

# In the battle far more missiles come through than were told: the Israeli military said that 80 to 90 % were intercepted to 16 June 2025. The salvo is put into less than a minute, and launchers, stocks and the targets handled at once are estimates. The difference says how little is public, and not what happened.
text-ed15208537 = 동시 공격 계산에서는 알려진 것보다 훨씬 많은 미사일이 통과합니다. 이스라엘군은 2025년 6월 16일까지 80~90 %를 요격했다고 했습니다. 여기서는 일제사격을 1분 안에 몰아넣었고, 발사대, 재고, 한 번에 다루는 표적 수는 추정입니다. 그 차이는 공개된 것이 얼마나 적은지를 말할 뿐, 실제로 일어난 일이 아닙니다.
