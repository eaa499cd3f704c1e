import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { meets, type PlanTarget } from '@/domain/rules/clause'
import type { Measured } from '@/domain/rules/measure'
import { countyName } from '@/domain/sources/county'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { measuredLine } from '@/store/words/measured-text'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './PlanPanel.module.css'
import { rowsBehind } from './rows-behind'

interface Props {
  readonly target: PlanTarget
  /** Null where the data does not say; undefined until that is known. */
  readonly measured: Measured | null | undefined
}

/** A target with a number beside the value from the data, or the word that there is none. */
export function TargetLine({ target, measured }: Props) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { what, comparison, value } = target
  const unit = word(target.unit)
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const met = measured && meets(target, measured.value)
  const behind = target.measure && measured ? rowsBehind(target.measure, measured, dataset.kinds) : null
  return (
    <dd>
      {inLanguage(what, i18n.language)} {comparison} {value} {unit}
      <br />
      {measured ? (
        <>
          <b className={met ? classes.met : classes.missed}>
            {t(met ? (measured.known < measured.of ? 'targets.metSoFar' : 'targets.met') : 'targets.missed')}
            {DOT}
            {measuredLine(t, target, measured, (county) => countyName(dataset, county, i18n.language), unit)}
          </b>{' '}
          {behind && (
            <Button weight="quiet" onClick={() => setView(behind)}>
              {t('requirement.behind')}
            </Button>
          )}{' '}
          {measured.known < measured.of && (
            <span className="quiet">{t('targets.basis', { known: measured.known, of: measured.of })}</span>
          )}
        </>
      ) : measured === undefined ? (
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
