import type { SceneName } from '@/io/package/descriptor'
import { CountyScene } from './CountyScene'
import { DecisionsScene } from './DecisionsScene'
import { MapScene } from './MapScene'
import { MoversScene } from './MoversScene'
import { PinnedScene } from './PinnedScene'
import { RaceScene } from './RaceScene'
import { RankingScene } from './RankingScene'
import { SceneContext, type SceneSetting } from './scene-context'
import { TasksScene } from './TasksScene'
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

/** The scene of an item of the agenda. */
export function SceneContent({
  ahead = false,
  ...setting
}: Omit<SceneSetting, 'ahead'> & { readonly ahead?: boolean }) {
  const { item } = setting
  const Content = item.scene === 'pinned' ? null : CONTENT[item.scene]
  return (
    <SceneContext value={{ ...setting, ahead }}>{Content ? <Content /> : <PinnedScene item={item} />}</SceneContext>
  )
}
