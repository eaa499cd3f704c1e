import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { PlanTarget } from '@/domain/rules/clause'
import { countyName } from '@/domain/sources/county'
import type { TargetValue } from '@/questions/plan/target-values'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { coverageText, measuredLine } from '@/store/words/measured-text'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './PlanPanel.module.css'
import { viewBehindMeasure } from './view-behind-measure'

interface Props {
  readonly target: PlanTarget
  /** Undefined until loaded. */
  readonly stands: TargetValue | undefined
}

/** A numeric target beside its value from the data, or a note that there is none. */
export function TargetLine({ target, stands }: Props) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { what, comparison, value } = target
  const unit = word(target.unit)
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { measured = null, standing = 'noData' } = stands ?? {}
  const behind = target.measure && measured ? viewBehindMeasure(target.measure, measured, dataset.kinds) : null
  return (
    <dd>
      {inLanguage(what, i18n.language)} {comparison} {value} {unit}
      <br />
      {measured ? (
        <>
          <b data-standing={standing} className={classes.verdict}>
            {t(`figures.standing.${standing}`)}
            {DOT}
            {measuredLine(t, target, measured, (county) => countyName(dataset, county, i18n.language), unit)}
          </b>{' '}
          {behind && (
            <Button weight="quiet" onClick={() => setView(behind)}>
              {t('requirement.behind')}
            </Button>
          )}{' '}
          <span className="quiet">{coverageText(t, measured)}</span>
        </>
      ) : standing === 'base' ? (
        <span className="quiet">{t('figures.standing.base')}</span>
      ) : stands === undefined ? (
        <Skeleton lines={1} />
      ) : (
        <span className="quiet">
          {target.measure
            ? t('targets.noneInYear', { year: String(dataset.settings.year) })
            : t('targets.none', { what: inLanguage(what, i18n.language) })}
        </span>
      )}
    </dd>
  )
}
