import type { IsoDay } from '@/domain/calendar'
import { groundDigest } from '@/io/tracks/ground-digest'
import { outdatedFiles } from '@/io/tracks/outdated-files'
import { type BreachRequest, breachOpening } from '@/questions/cases/breach-opening'
import { unlistedOpenings } from '@/questions/cases/unlisted-openings'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { breachesOnDay } from '@/questions/trucks/truck-breaches'
import { type TruckCardRequest, truckCard } from '@/questions/trucks/truck-card'
import { truckDay } from '@/questions/trucks/truck-day'
import { plainGround } from '@/questions/trucks/truck-ground'
import { currentUnlistedPlaces, truckList } from '@/questions/trucks/truck-list'
import { stopPoints } from '@/questions/trucks/truck-stops'
import type { Workspace } from '@/workspace/workspace'
import { countKeptHauls } from './kept-hauls'
import { tracksOf } from './tracks'
import { tracksShelf } from './tracks-shelves'

/** Number of trucks whose imported tracks were judged with other lists or settings than the package's current ones. */
async function trucksJudgedBefore({ copy }: Workspace, name: string): Promise<number> {
  const ground = plainGround(copy.opened)
  const parts = await tracksShelf(name).list()
  if (!ground || parts.length === 0) return 0
  const behind = outdatedFiles(parts, groundDigest(ground))
  return new Set(behind.flatMap(({ trucks = [] }) => trucks.map(({ plate }) => plate))).size
}

/** Questions on trucks' tracks. This module, with the code that reads the files, is loaded at the first question. */
export const trucks = {
  list: async (workspace: Workspace, shelf: string, { opened, evaluation, tables }: EvaluatedPackage) => ({
    ...(await truckList(opened, await tracksOf(workspace, shelf), evaluation.asOf, tables)),
    judgedBefore: await trucksJudgedBefore(workspace, shelf),
  }),
  card: async (workspace: Workspace, shelf: string, asOf: IsoDay, asked: TruckCardRequest) =>
    truckCard(workspace.copy.opened, await tracksOf(workspace, shelf), asOf, asked),
  breaches: async (workspace: Workspace, shelf: string, asOf: IsoDay, day: IsoDay, asked: TruckCardRequest | null) =>
    breachesOnDay(workspace.copy.opened, await tracksOf(workspace, shelf), asOf, day, asked),
  day: async (workspace: Workspace, shelf: string, day: IsoDay, asked: TruckCardRequest | null) =>
    truckDay(workspace.copy.opened, await tracksOf(workspace, shelf), day, asked),
  stops: async (workspace: Workspace, shelf: string, asOf: IsoDay, asked: TruckCardRequest | null) =>
    stopPoints(workspace.copy.opened, await tracksOf(workspace, shelf), asOf, asked),
  currentUnlistedPlaces: async (workspace: Workspace, shelf: string, asOf: IsoDay, ids: readonly string[]) =>
    currentUnlistedPlaces(workspace.copy.opened, await tracksOf(workspace, shelf), asOf, ids),
  openings: async (workspace: Workspace, shelf: string, evaluated: EvaluatedPackage, done: readonly string[]) =>
    unlistedOpenings(evaluated, await tracksOf(workspace, shelf), done),
  breachOpening: async (workspace: Workspace, shelf: string, evaluated: EvaluatedPackage, asked: BreachRequest) =>
    breachOpening(evaluated, await tracksOf(workspace, shelf), asked),
  count: countKeptHauls,
}
