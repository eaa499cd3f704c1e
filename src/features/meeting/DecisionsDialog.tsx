import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Decision, decisionStanding } from '@/domain/meeting/decision'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import classes from './DecisionsDialog.module.css'
import { today, useDecisions } from './use-decisions'
import { useFocusedCounty } from './use-focused-county'

/** What the meeting decides, noted on the spot, and what became of what earlier ones decided. */
export function DecisionsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const decisions = useDecisions(t('decisions.label'))
  const { now, earlier, month, running, problems } = decisions
  return (
    <Dialog
      title={`${t('decisions.title')} · ${month === '' ? '' : monthName(t, month)}`}
      size="medium"
      closedBy="closerequest"
      onClose={onClose}
    >
      <Refused problems={problems} />
      <NewDecision running={running} onAdd={decisions.add} />
      <h3>{t('decisions.now')}</h3>
      {now.length === 0 && <p className="quiet">{t('decisions.none')}</p>}
      <List all={now} decisions={decisions} />
      {earlier.length > 0 && (
        <>
          <h3>{t('decisions.earlier')}</h3>
          <List all={earlier} decisions={decisions} />
        </>
      )}
    </Dialog>
  )
}

interface NewProps {
  readonly running: boolean
  onAdd(decision: Omit<Decision, 'id' | 'month'>): Promise<boolean>
}

/** The form stays filled until what it says is kept. */
function NewDecision({ running, onAdd }: NewProps) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const [county, setCounty] = useState(useFocusedCounty() ?? '')
  const [task, setTask] = useState('')
  const [department, setDepartment] = useState('')
  const [due, setDue] = useState('')
  const departments = [...new Set(dataset.clauses.flatMap(({ lead }) => lead))]

  async function add() {
    const decision = { decidedOn: today(), county, task: task.trim(), department: department.trim(), due }
    if (await onAdd({ ...decision, doneOn: '', note: '' })) setTask('')
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (task.trim() !== '') void add()
      }}
    >
      <label className={form.field}>
        <span>{t('decisions.task')}</span>
        <textarea rows={2} value={task} onChange={(event) => setTask(event.target.value)} />
      </label>
      <div className={form.choices}>
        <Select<string>
          label={t('decisions.county')}
          value={county}
          options={[
            { value: '', label: t('decisions.city') },
            ...dataset.counties.map(({ code }) => ({ value: code, label: countyName(dataset, code, i18n.language) })),
          ]}
          onChange={setCounty}
        />
        <ComboBox
          label={t('decisions.department')}
          value={department}
          options={departments.map((name) => ({ value: name, label: name }))}
          onChange={setDepartment}
        />
        <DatePicker label={t('decisions.due')} value={due} clearable onChange={setDue} />
        <Button type="submit" weight="primary" disabled={running || task.trim() === ''}>
          {t('decisions.add')}
        </Button>
      </div>
    </form>
  )
}

interface ListProps {
  readonly all: readonly Decision[]
  readonly decisions: ReturnType<typeof useDecisions>
}

function List({ all, decisions }: ListProps) {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const { running, change, drop, month } = decisions
  return (
    <ul className={classes.list}>
      {all.map((each) => {
        const { id, task, county, department, due, doneOn } = each
        const standing = decisionStanding(each, today())
        const said = [
          county === '' ? t('decisions.city') : countyName(dataset, county, i18n.language),
          word(department),
          due,
          each.month === month ? '' : t('decisions.ofMonth', { month: monthName(t, each.month) }),
        ]
        return (
          <li key={id} data-standing={standing}>
            <div>
              <b>{task}</b>
              <span className="quiet">{said.filter(Boolean).join(' · ')}</span>
            </div>
            <span>
              {standing === 'done' ? t('decisions.doneOn', { day: doneOn }) : t(`decisions.standing.${standing}`)}
            </span>
            <Note key={each.note} decision={each} onKeep={(note) => void change(id, { note })} />
            <Button disabled={running} onClick={() => void change(id, { doneOn: doneOn === '' ? today() : '' })}>
              {t(doneOn === '' ? 'decisions.done' : 'decisions.undone')}
            </Button>
            {each.month === month && (
              <Button weight="quiet" disabled={running} onClick={() => void drop(id)}>
                {t('decisions.drop', { task })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** How far it is, kept when the field is left. */
function Note({ decision: { task, note }, onKeep }: { readonly decision: Decision; onKeep(note: string): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(note)
  return (
    <input
      aria-label={t('decisions.noteOf', { task })}
      placeholder={t('decisions.note')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() !== note) onKeep(text.trim())
      }}
    />
  )
}
