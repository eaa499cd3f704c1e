import { memo } from 'react'
import type { SceneName } from '@/io/package/descriptor'
import { CasesScene } from './CasesScene'
import { CountyScene } from './CountyScene'
import { DecisionsScene } from './DecisionsScene'
import { MapScene } from './MapScene'
import { MoversScene } from './MoversScene'
import { PinnedScene } from './PinnedScene'
import { RaceScene } from './RaceScene'
import { RankingScene } from './RankingScene'
import { SceneContext, type SceneSetting } from './scene-context'
import { TasksScene } from './TasksScene'
import { WarningsScene } from './WarningsScene'
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
  warnings: WarningsScene,
  cases: CasesScene,
}

type Props = Omit<SceneSetting, 'ahead' | 'small' | 'begins'> &
  Partial<Pick<SceneSetting, 'ahead' | 'small' | 'begins'>>

/** The scene of an agenda item; memoised, so that it renders again only when its props change. */
export const SceneContent = memo(function SceneContent({
  ahead = false,
  small = false,
  begins = false,
  ...setting
}: Props) {
  const { item } = setting
  const Content = item.scene === 'pinned' ? null : CONTENT[item.scene]
  return (
    <SceneContext value={{ ...setting, ahead, small, begins }}>
      {Content ? <Content /> : <PinnedScene item={item} />}
    </SceneContext>
  )
})
