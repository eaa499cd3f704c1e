import { IconLink, IconUnlink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { effectiveDate, useChentu, useDataset, useReport } from '@/store/chentu'
import { DatePicker } from '@/ui/controls/DatePicker'
import { IconButton } from '@/ui/controls/IconButton'
import { MonthPicker } from '@/ui/controls/MonthPicker'
import classes from './Dates.module.css'

/** The dustfall's month, the as-of date of the sources, and whether the two are linked. */
export function Dates() {
  const { t } = useTranslation()
  const dataset = useDataset()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  // A newly chosen date is shown at once, before the rules have been evaluated for it.
  const asOf = effectiveDate(dataset, view)
  const { reports } = dataset
  const isLinked = view.linkedDates
  const isApart = report !== null && !asOf.startsWith(report.month)
  return (
    <fieldset className={classes.dates} aria-label={t('frame.dates.label')} data-apart={isApart}>
      {report && (
        <>
          <MonthPicker
            label={t('frame.dates.dustfall')}
            labelled="beside"
            value={report.month}
            min={reports[0]!.month}
            max={reports.at(-1)!.month}
            onChange={(month) => setView({ month: month === reports.at(-1)!.month ? null : month })}
          />
          <IconButton
            label={t(isLinked ? 'frame.dates.unlink' : 'frame.dates.link')}
            aria-pressed={isLinked}
            onClick={() => setView({ linkedDates: !isLinked })}
          >
            {isLinked ? <IconLink size={16} aria-hidden="true" /> : <IconUnlink size={16} aria-hidden="true" />}
          </IconButton>
        </>
      )}
      <DatePicker
        label={t('frame.dates.asOf')}
        labelled="beside"
        value={asOf}
        onChange={(day) => day && setView({ asOf: day })}
      />
    </fieldset>
  )
}
