import { useTranslation } from 'react-i18next'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { DOT } from '@/ui/dot'
import classes from './CasesScene.module.css'
import { MonthLines } from './drawings/MonthLines'
import { topFor } from './drawings/month-lines'
import type { CaseCurve as Curve } from './use-case-curve'

/** Every n-th hour is written. */
const EVERY = 6
/** Height of a text line, in percent of the drawing. */
const TEXT_PERCENT = 9

const YEAR = '2022-'.length

/** A device's hours around the value on which a case was opened, with the limit. */
export function CaseCurve({ curve }: { readonly curve: Curve }) {
  const { t } = useTranslation()
  const { device, parameter, from, values, over, limit, isWithoutBackground, isIllustrative } = curve
  const title = t('cases.scene.curve', {
    device,
    parameter: t(`monitoring.names.${parameter}`),
    unit: PARAMETER_FACTS[parameter].unit,
  })
  const line = { key: device, values, over, colour: 'var(--action)', start: '', end: '' }
  const limits = values.map(() => limit ?? 0)
  return (
    <figure className={classes.curve}>
      <figcaption>
        {[
          title,
          limit !== null && isWithoutBackground && t('cases.scene.curveBackground'),
          isIllustrative && t('cases.illustrative'),
        ]
          .filter(Boolean)
          .join(DOT)}
      </figcaption>
      <div>
        <MonthLines
          label={title}
          months={values.map((_, hour) => hourText(from + hour * 60).slice(YEAR))}
          every={EVERY}
          lines={[line]}
          scale={{ bottom: 0, top: topFor([line], limits) }}
          limit={
            limit === null
              ? null
              : { values: limits, words: (value) => t('ranking.limit', { limit: valueText(value, parameter) }) }
          }
          gap={TEXT_PERCENT}
        />
      </div>
    </figure>
  )
}
