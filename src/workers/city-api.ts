import type { River } from '@/domain/city/city-facts'
import type { OutlineFeature } from '@/domain/city/outline-columns'
import type { OutlineReading } from '@/domain/city/outline-numbers'
import { readOutlinesInWorker, readRiversInWorker } from './read-in-worker'

/** Questions of the page while a city is set up; they need no open package. */
export const cityApi = {
  /** Reads outlines of counties, and determines what their coordinates are. */
  readOutlines: readOutlinesInWorker,
  readRivers: readRiversInWorker,
  async placeRivers(rivers: readonly River[], reading: OutlineReading) {
    const { placeRiver } = await import('@/domain/city/place-outline')
    return rivers.map((river) => placeRiver(river, reading))
  },
  async placeOutlines(features: readonly OutlineFeature[], reading: OutlineReading) {
    const { placeOutlines } = await import('@/domain/city/placed-outlines')
    return placeOutlines(features, reading)
  },
}
