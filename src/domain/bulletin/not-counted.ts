import { type PointMonth, saysOwnStatus } from '@/domain/dustfall/point-month'

const CAUSES = { missing: '缺测', void: '无效', 'below-zero': '称量结果为负' }

/** Why a point's value does not count as measured; empty if it does. */
export function notCounted(point: PointMonth): string {
  if (point.counted) return point.belowDetection ? `低于检出限，按${point.value}计` : ''
  if (saysOwnStatus(point.reason)) return point.reason
  return CAUSES[point.cause] + (point.reason === '' ? '' : `（${point.reason}）`)
}
