import { useTranslation } from 'react-i18next'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import classes from '@/features/import/exports/Exports.module.css'
import review from '@/features/import/review/ItemReview.module.css'
import { useExports } from '@/store/exports'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import type { ReadingsReview } from '@/workspace/readings/readings-desk'

/** Maximum number of excluded headings named. */
const NAMED = 8

/**
 * Files with one column per device: the parameter, chosen by the user if the file does not state it,
 * and the headings left out.
 */
export function HeadingsChoice({ files }: { readonly files: ReadingsReview['byHeading'] }) {
  const { t } = useTranslation()
  const { reading, rereadReadings, notReadings } = useExports()
  return files.map(({ id, file, isGuess, parameter, aside }) => (
    <section key={id} aria-label={t('readings.byHeading', { file })} className={review.missing}>
      <p>{t(isGuess && parameter === null ? 'readings.isGuess' : 'readings.byHeadingHelp', { file })}</p>
      {aside.length > 0 && (
        <p>
          {t('readings.aside', {
            count: aside.length,
            names: aside.slice(0, NAMED).join(t('ui.comma')) + (aside.length > NAMED ? '…' : ''),
          })}
        </p>
      )}
      {parameter !== undefined && (
        <div className={classes.choices}>
          <Select
            label={t('readings.parameterOf', { file })}
            value={parameter ?? ''}
            placeholder={t('readings.chooseParameter')}
            options={PARAMETERS.map((each) => ({ value: each, label: t(`monitoring.names.${each}`) }))}
            onChange={(said) => reading === null && void rereadReadings(id, file, { parameter: said })}
          />
          <Button disabled={reading !== null} onClick={() => void notReadings(id, file)}>
            {t('readings.notReadings')}
          </Button>
        </div>
      )}
    </section>
  ))
}
