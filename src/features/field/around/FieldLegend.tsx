import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import { ShapeSymbol, SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { NearSource } from '@/questions/source/nearest-sources'
import { useKindTexts } from '@/store/words/kinds'
import classes from './FieldLegend.module.css'
import { STOP_SIGNS } from './RoundStopRow'
import round from './RoundTab.module.css'

const STATES = ['open', 'done', 'partial', 'returned', 'skipped'] as const

interface Props {
  readonly near: readonly NearSource[]
  readonly hasRound: boolean
  readonly hasCases: boolean
  readonly hasFound: boolean
}

/** Legend of the shapes and colours that occur on the field map around here; collapsed until opened. */
export function FieldLegend({ near, hasRound, hasCases, hasFound }: Props) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const kinds = [...new Set(near.map(({ kind }) => kind))]
  const statuses = [...new Set(near.map(({ status }) => status))].sort((a, b) => b - a)
  return (
    <details className={classes.legend}>
      <summary>{t('tablet.legend')}</summary>
      <ul>
        {statuses.map((status) => (
          <li key={status}>
            <ShapeSymbol shape="circle" status={STATUS_NAMES[status]!} /> {t(`status.${STATUS_NAMES[status]!}`)}
          </li>
        ))}
        {kinds.map((kind) => (
          <li key={kind}>
            <SourceSymbol kind={kind} status="unknown" /> {kindTexts.title(kind)}
          </li>
        ))}
        {hasCases && (
          <>
            <li>
              <span className={classes.case}>{t('cases.map.open')}</span> {t('cases.field.legend')}
            </li>
            <li>
              <span className={classes.searched} /> {t('cases.field.legendWind')}
            </li>
          </>
        )}
        {hasFound && (
          <li>
            <span className={classes.found}>{'+'}</span> {t('tablet.legendFound')}
          </li>
        )}
        {hasRound &&
          STATES.map((state) => (
            <li key={state}>
              <span className={round.number} data-state={state}>
                {STOP_SIGNS[state] || 1}
              </span>{' '}
              {t(`round.state.${state}`)}
            </li>
          ))}
      </ul>
    </details>
  )
}
