import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Decision, decisionStanding } from '@/domain/meeting/decision'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import { useDataWords } from '@/store/words/data-words'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { DOT } from '@/ui/dot'
import { DecisionForm } from './DecisionForm'
import classes from './DecisionsDialog.module.css'
import { KeptInput } from './KeptInput'
import type { Decisions } from './use-decisions'

interface Props {
  readonly all: readonly Decision[]
  readonly decisions: Decisions
  /** Called with the id of the decision being edited, and whether it has unsaved input. */
  onUnsaved(id: string, isUnsaved: boolean): void
}

/** Decisions with their status on the day of the meeting. Each can be edited, annotated and marked as done. */
export function DecisionList({ all, decisions, onUnsaved }: Props) {
  const { t } = useTranslation()
  const [changed, setChanged] = useState<string | null>(null)
  return (
    <ul className={classes.list}>
      {all.map((each) =>
        each.id === changed ? (
          <li key={each.id}>
            <DecisionForm
              before={each}
              day={decisions.day}
              keep={t('decisions.list.keep')}
              onUnsaved={(isUnsaved) => onUnsaved(each.id, isUnsaved)}
              onKeep={async (changed) => {
                const isKept = await decisions.change(each.id, changed)
                if (isKept) setChanged(null)
                return isKept
              }}
            >
              <Button onClick={() => setChanged(null)}>{t('decisions.list.cancel')}</Button>
            </DecisionForm>
          </li>
        ) : (
          <Line key={each.id} decision={each} decisions={decisions} onChange={() => setChanged(each.id)} />
        ),
      )}
    </ul>
  )
}

interface LineProps {
  readonly decision: Decision
  readonly decisions: Decisions
  onChange(): void
}

function Line({ decision, decisions: { change, drop, month, day, doneDay }, onChange }: LineProps) {
  const { t, i18n } = useTranslation()
  const today = useToday()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const { id, task, county, department, due, doneOn, note } = decision
  const standing = decisionStanding(decision, day)
  const said = [
    county === '' ? t('decisions.city') : countyName(dataset, county, i18n.language),
    word(department),
    due === '' ? '' : `${t('decisions.due')}${t('meeting.decks.colon')}${dayName(t, due)}`,
    decision.month === month ? '' : t('decisions.ofMonth', { month: monthName(t, decision.month) }),
  ]
  return (
    <li data-standing={standing}>
      <div>
        <b>{task}</b>
        <span className="quiet">{said.filter(Boolean).join(DOT)}</span>
      </div>
      <span>
        {doneOn > day
          ? t('decisions.list.doneLater', { day: dayName(t, day), standing: t(`decisions.standing.${standing}`) })
          : t(`decisions.standing.${standing}`)}
      </span>
      <KeptInput
        label={t('decisions.note')}
        name={t('decisions.noteOf', { task })}
        className={classes.note}
        value={note}
        onKeep={(note) => void change(id, { note })}
      />
      <div className={classes.ways}>
        {doneOn !== '' && (
          <DatePicker
            label={t('decisions.list.doneOn')}
            labelled="beside"
            value={doneOn}
            max={today}
            onChange={(day) => void change(id, { doneOn: day })}
          />
        )}
        <Button onClick={() => void change(id, { doneOn: doneOn === '' ? doneDay : '' })}>
          {t(doneOn === '' ? 'decisions.done' : 'decisions.undone')}
        </Button>
        <Button weight="quiet" aria-label={t('decisions.list.editOf', { task })} onClick={onChange}>
          {t('decisions.list.edit')}
        </Button>
        {decision.month === month && (
          <Button weight="quiet" aria-label={t('decisions.drop', { task })} onClick={() => void drop(decision)}>
            {t('decisions.list.drop')}
          </Button>
        )}
      </div>
    </li>
  )
}
