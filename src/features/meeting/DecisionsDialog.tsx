import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { underPlanOfDay } from '@/questions/plan-on'
import { today } from '@/store/device/today'
import { currentDataset, meetingChangesSaved } from '@/store/meeting/keep-meeting'
import { useAttempt } from '@/store/page/use-attempt'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'
import { useOfficeTexts } from '@/store/words/office'
import { wordFaultLine } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import { UnsavedDialog } from '@/ui/UnsavedDialog'
import { DecisionForm } from './DecisionForm'
import { DecisionList } from './DecisionList'
import classes from './DecisionsDialog.module.css'
import { HeldFields } from './HeldFields'
import { minutesPaper } from './minutes'
import { useDecisions } from './use-decisions'
import { useMonthFacts } from './use-month-facts'
import { useOfficialPaper } from './use-official-paper'
import { useReportAtOpening } from './use-report-at-opening'

const NOTHING = { task: '', county: '', department: '', due: '' } as const

/** Dialog for noting the meeting's decisions, and for following up on those of earlier meetings. */
export function DecisionsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const decisions = useDecisions(t('decisions.label'))
  const { now, earlier, month, dropped, problems } = decisions
  const unsaved = useRef(new Set<string>())
  const [asking, setAsking] = useState(false)
  const note = (id: string, isUnsaved: boolean) => {
    if (isUnsaved) unsaved.current.add(id)
    else unsaved.current.delete(id)
  }
  return (
    <>
      <Dialog
        title={`${t('decisions.title')} · ${month === '' ? '' : monthName(t, month)}`}
        size="medium"
        closedBy="closerequest"
        onClose={() => (unsaved.current.size > 0 ? setAsking(true) : onClose())}
        actions={<Minutes />}
      >
        {month !== '' && <HeldFields month={month} />}
        <Refused problems={problems} />
        <DecisionForm
          before={NOTHING}
          day={decisions.day}
          keep={t('decisions.add')}
          onUnsaved={(isUnsaved) => note('', isUnsaved)}
          onKeep={(written) => decisions.add({ ...NOTHING, ...written })}
        />
        {dropped && (
          <p role="status" className={classes.dropped}>
            {t('decisions.list.dropped', { task: dropped.task })}
            <Button onClick={() => void decisions.undoDrop()}>{t('decisions.list.undo')}</Button>
          </p>
        )}
        <h3>{t('decisions.now')}</h3>
        {now.length === 0 && <p className="quiet">{t('decisions.none')}</p>}
        <DecisionList all={now} decisions={decisions} onUnsaved={note} />
        {earlier.length > 0 && (
          <>
            <h3>{t('decisions.list.earlier', { day: dayName(t, decisions.day) })}</h3>
            <DecisionList all={earlier} decisions={decisions} onUnsaved={note} />
          </>
        )}
      </Dialog>
      {asking && (
        <UnsavedDialog
          what={t('decisions.title')}
          running={false}
          problems={[]}
          canSave={false}
          onSave={() => undefined}
          onLeave={onClose}
          onStay={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Button that saves the decisions as minutes; the lines and the form of that paper are edited in the papers dialog. */
function Minutes() {
  const { t } = useTranslation()
  const office = useOfficeTexts()
  const report = useReportAtOpening()
  const facts = useMonthFacts(report)
  const { word, save } = useOfficialPaper('minutes')
  const { running, problems, attempt } = useAttempt()
  const make = async () => {
    const refused = await meetingChangesSaved()
    if (refused.length > 0) return refused
    const data = {
      dataset: underPlanOfDay(currentDataset(), facts!.problems.day),
      problems: facts!.problems,
      today: today(),
    }
    await save(minutesPaper(data, report!, office))
    return []
  }
  return (
    <>
      <Refused problems={problems} />
      {word.faults.map((fault) => (
        <p key={`${fault.paragraph} ${fault.seen}`} role="alert">
          {wordFaultLine(t, fault)}
        </p>
      ))}
      <Button disabled={running || !report || !facts} onClick={() => void attempt(make)}>
        {t('decisions.minutes')}
      </Button>
    </>
  )
}
