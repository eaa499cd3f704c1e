import type { TFunction } from 'i18next'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { CaseOpened } from '@/ledger/case-bodies'
import type { Dataset } from '@/questions/dataset'
import type { LikelyCheck } from '@/store/cases/likely-check'
import { isOwnSite } from '@/store/cases/own-site'
import { compassName } from './compass'
import { kindTitle } from './kinds'
import { distanceText } from './place'
import { seenText } from './seen-text'

/**
 * What is said of a likely source of a case beside its name, one fact each: whether the monitor stands there, its standing
 * when it was recorded, direction and distance from the place, and what checks have found since.
 */
export function likelyFacts(
  t: TFunction<'texts'>,
  dataset: Dataset,
  opened: CaseOpened,
  likely: CaseOpened['likely'][number],
  check: LikelyCheck,
  language: string,
): readonly string[] {
  const status = STATUS_NAMES.find((each) => each === likely.standing)
  return [
    isOwnSite(opened, likely) && t('cases.ownSite', { kind: kindTitle(dataset.kinds, likely.kind, language) }),
    status ? t(`status.${status}`) : likely.standing,
    likely.overdueDays > 0 && t('cases.likelyOverdue', { count: likely.overdueDays }),
    likely.metres > 0 &&
      t('cases.likelyWhere', {
        direction: compassName(Math.round(likely.azimuth / COMPASS_DEGREES), language),
        distance: distanceText(t, likely.metres),
      }),
    seenText(t, dataset, check, language),
  ].filter((fact) => typeof fact === 'string')
}
