import { useEffect, useState } from 'react'
import type { Position } from '@/domain/geodesy/position'
import type { Problem } from '@/domain/problem'
import type { NearSource } from '@/questions/nearest-sources'
import { failureOf } from '@/store/page/failure'
import { datasetWorker } from '@/workers/client'
import { WorkerStopped } from '@/workers/live-worker'

const MOST = 60

interface Neighbours {
  /** Nearest first, 60 at most. */
  readonly near: readonly NearSource[]
  /** Why they could not be had; the ones before stay meanwhile. */
  readonly problems: readonly Problem[]
}

const NONE: Neighbours = { near: [], problems: [] }

/** The sources within some kilometres of a position. */
export function useNeighbours([lon, lat]: Position, km: number): Neighbours {
  const [neighbours, setNeighbours] = useState(NONE)
  useEffect(() => {
    let stale = false
    datasetWorker()
      .nearest([lon, lat], MOST, km * 1000)
      .then(
        (near) => !stale && setNeighbours({ near, problems: [] }),
        // A stopped worker is reported by the page itself.
        (error) =>
          !stale &&
          !(error instanceof WorkerStopped) &&
          setNeighbours(({ near }) => ({ near, problems: [failureOf(error)] })),
      )
    return () => {
      stale = true
    }
  }, [lon, lat, km])
  return neighbours
}
