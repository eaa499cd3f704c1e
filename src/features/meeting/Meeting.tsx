import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import type { SceneName } from '@/io/package/descriptor'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { Controls } from './Controls'
import { CountyScene } from './CountyScene'
import { DecisionsScene } from './DecisionsScene'
import { MapScene } from './MapScene'
import classes from './Meeting.module.css'
import { MoversScene } from './MoversScene'
import { PinnedScene } from './PinnedScene'
import { RaceScene } from './RaceScene'
import { RankingScene } from './RankingScene'
import { Speaker } from './Speaker'
import { TasksScene } from './TasksScene'
import { useSceneKeys } from './use-scene-keys'
import { useWall } from './use-wall'
import { YearScene } from './YearScene'

const CONTENT: Record<Exclude<SceneName, 'pinned'>, () => React.ReactNode> = {
  ranking: RankingScene,
  map: MapScene,
  year: YearScene,
  race: RaceScene,
  movers: MoversScene,
  county: CountyScene,
  tasks: TasksScene,
  decisions: DecisionsScene,
}
/** Here the arrows up and down choose a county; the race takes them itself; elsewhere they choose the month. */
const OF_COUNTY: readonly SceneName[] = ['year', 'county']

/** The meeting on the wall, scene by scene: by keyboard, a remote's page keys, or a finger. */
export default function Meeting() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const isSpeaker = useChentu((state) => state.view.speaker)
  const wall = useWall()
  const { agenda, scene, black, goTo } = wall
  const item = agenda[scene]!
  const along = (by: number) => (OF_COUNTY.includes(item.scene) ? wall.county(by) : wall.month(by))
  const full = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
  useSceneKeys([
    ['PageDown', () => goTo(scene + 1)],
    ['ArrowRight', () => goTo(scene + 1)],
    ['PageUp', () => goTo(scene - 1)],
    ['ArrowLeft', () => goTo(scene - 1)],
    ['Home', () => goTo(0)],
    ['End', () => goTo(agenda.length - 1)],
    ['b', wall.darken],
    ['.', wall.darken],
    ['f', full],
    ...(item.scene === 'race'
      ? []
      : ([
          ['ArrowDown', () => along(1)],
          ['ArrowUp', () => along(-1)],
        ] as const)),
    ...agenda.slice(0, 9).map((_, i) => [String(i + 1), () => goTo(i)] as const),
  ])

  if (!report) return <p>{t('ranking.none')}</p>
  if (isSpeaker) return <Speaker wall={wall} />
  if (black)
    return (
      <button type="button" className={classes.black} onClick={wall.darken}>
        {t('meeting.black')}
      </button>
    )
  const unranked = dataset.counties.filter(({ ranked }) => !ranked)
  const used = [
    ...new Set(dataset.provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
  ]
  const Content = item.scene === 'pinned' ? null : CONTENT[item.scene]
  return (
    <section className={classes.wall} data-wall aria-label={t(`meeting.scene.${item.scene}`)} data-scene={item.scene}>
      {Content ? <Content /> : <PinnedScene key={scene} item={item} />}
      <footer>
        <span>
          {unranked.length > 0 &&
            t('ranking.notRanked', {
              names: unranked.map(({ code }) => countyName(dataset, code, i18n.language)).join(t('meeting.comma')),
            })}
        </span>
        <span>
          {t('meeting.class', { classes: used.map((each) => t(`dataClass.${each}`)).join(t('meeting.comma')) })}
          {`　${scene + 1} / ${agenda.length}`}
        </span>
      </footer>
      <Controls wall={wall} full={full} />
    </section>
  )
}
