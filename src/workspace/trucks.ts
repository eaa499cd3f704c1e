import type { IsoDay } from '@/domain/calendar'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type AskedCard, truckCard } from '@/questions/truck-card'
import { truckDay } from '@/questions/truck-day'
import { truckList } from '@/questions/truck-list'
import { stopPoints } from '@/questions/truck-stops'
import { unlistedOpenings } from '@/questions/unlisted-openings'
import { countKeptHauls } from './kept-hauls'
import { tracksOf } from './tracks'
import type { Workspace } from './workspace'

/** What is asked of tracks of trucks. The code that reads their files comes with the first question. */
export const trucks = {
  list: async (workspace: Workspace, shelf: string, asOf: IsoDay) =>
    truckList(workspace.copy.opened, await tracksOf(workspace, shelf), asOf),
  card: async (workspace: Workspace, shelf: string, asOf: IsoDay, asked: AskedCard) =>
    truckCard(workspace.copy.opened, await tracksOf(workspace, shelf), asOf, asked),
  day: async (workspace: Workspace, shelf: string, day: IsoDay, truck?: string) =>
    truckDay(workspace.copy.opened, await tracksOf(workspace, shelf), day, truck),
  stops: async (workspace: Workspace, shelf: string, asOf: IsoDay) =>
    stopPoints(workspace.copy.opened, await tracksOf(workspace, shelf), asOf),
  openings: async (workspace: Workspace, shelf: string, evaluated: EvaluatedPackage) =>
    unlistedOpenings(evaluated, await tracksOf(workspace, shelf)),
  count: countKeptHauls,
}
