import type { Month } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { KeptTracks } from '@/io/tracks/tracks-shelf'
import type { SharesByMadeUp } from '@/questions/trucks/made-up-tracks'
import { useChentu } from '@/store/chentu'
import { exportDesk, progressProxy } from '@/store/exports/export-desk'
import { exportsWorker, TRACKS_NAME } from '@/store/exports/exports-worker'
import { datasetWorker } from '@/workers/client'
import type { TracksDecision } from '@/workspace/tracks/decided-tracks'
import type { TracksReview } from '@/workspace/tracks/tracks-desk'

/** The package does not define how tracks are cut and judged. */
export class NoTruckSettings extends Error {
  override readonly name = 'NoTruckSettings'
}

const now = () => Math.floor(Date.now() / 1000)

/** What was read and awaits the user's decision. */
export interface WaitingTracks {
  readonly review: TracksReview
  /** How shares by day are judged before real tracks are kept; null where all are made up themselves. */
  readonly shares: SharesByMadeUp | null
}

/** Tracks of trucks being imported, and those stored in this browser. */
export const [useTracks, tracksHand] = exportDesk<
  TracksReview,
  WaitingTracks,
  TracksDecision,
  { readonly rows: number; readonly months: readonly Month[]; readonly trucks: number },
  KeptTracks
>(
  {
    async review(say) {
      const base = await datasetWorker().tracksBase()
      if (!base) throw new NoTruckSettings()
      return exportsWorker().reviewTracks(base, now(), progressProxy(say))
    },
    async waitingOf(review) {
      const { realMonths } = review
      return { review, shares: realMonths.length > 0 ? await datasetWorker().sharesByMadeUp(realMonths) : null }
    },
    keep: (decision, say) => exportsWorker().keepTracks(decision, progressProxy(say)),
    async changed() {
      await useChentu.getState().takeTracks(TRACKS_NAME, true)
    },
    forget: () => exportsWorker().forgetTracks(),
    kept: () => exportsWorker().keptTracks(),
    remove: (months) => exportsWorker().removeTracks(months),
  },
  TRACKS_NAME,
)

/** Judges the stored tracks with the current lists and settings. */
export const reevaluateTracks = (): Promise<readonly Problem[]> =>
  useTracks.getState().change(async (say) => {
    const base = await datasetWorker().tracksBase()
    if (base) await exportsWorker().reevaluateTracks(base.ground, progressProxy(say))
  })
