import type { IsoDay } from '@/domain/calendar'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type AskedCard, truckCard } from '@/questions/truck-card'
import { truckDay } from '@/questions/truck-day'
import { truckList } from '@/questions/truck-list'
import { stopPoints } from '@/questions/truck-stops'
import { unlistedOpenings } from '@/questions/unlisted-openings'
import { tracksOf } from './tracks'
import type { Workspace } from './workspace'

/** What is asked of tracks of trucks. The code that reads their files comes with the first question. */
export const trucks = {
  list: async (workspace: Workspace, asOf: IsoDay) => truckList(workspace.copy.opened, await tracksOf(workspace), asOf),
  card: async (workspace: Workspace, asOf: IsoDay, asked: AskedCard) =>
    truckCard(workspace.copy.opened, await tracksOf(workspace), asOf, asked),
  day: async (workspace: Workspace, day: IsoDay, truck?: string) => truckDay(await tracksOf(workspace), day, truck),
  stops: async (workspace: Workspace, asOf: IsoDay) =>
    stopPoints(workspace.copy.opened, await tracksOf(workspace), asOf),
  openings: async (workspace: Workspace, evaluated: EvaluatedPackage) =>
    unlistedOpenings(evaluated, await tracksOf(workspace)),
}
