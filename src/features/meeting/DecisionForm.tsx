import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { countyName } from '@/domain/sources/county'
import { useOpened } from '@/store/chentu'
import { holdUnsaved } from '@/store/steps/unsaved'
import { Button } from '@/ui/controls/Button'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import form from '@/ui/form.module.css'
import classes from './DecisionsDialog.module.css'
import type { WrittenDecision } from './use-decisions'

interface Props {
  /** Initial values; later changes of this prop do not alter the form. */
  readonly before: WrittenDecision
  /** The day of the meeting; the date picker opens near it. */
  readonly day: IsoDay
  /** Label of the submit button. */
  readonly keep: string
  /** Buttons beside the submit button. */
  readonly children?: ReactNode
  /** Called with true when there is unsaved input, and with false when there no longer is. */
  onUnsaved(isUnsaved: boolean): void
  /** Called with the changed fields; resolves to whether they were saved. */
  onKeep(changed: Partial<WrittenDecision>): Promise<boolean>
}

const FIELDS = ['task', 'county', 'department', 'due'] as const

/**
 * Form for a decision: what is to be done, where, by whom and by when. Input stays until saved, then the form resets.
 */
export function DecisionForm({ before, day, keep, children, onUnsaved, onKeep }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  // Changes are compared with the opening values: what another window changed meanwhile is not input of this form.
  const [opened] = useState(before)
  const [written, setWritten] = useState(before)
  const [keeping, setKeeping] = useState(false)
  const set = (change: Partial<WrittenDecision>) => setWritten({ ...written, ...change })
  const task = written.task.trim()
  const changes = FIELDS.filter((field) => written[field].trim() !== opened[field].trim())
  const isUnsaved = changes.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the flag changes, not when the callback does
  useEffect(() => {
    if (!isUnsaved) return
    const release = holdUnsaved('writing')
    onUnsaved(true)
    return () => {
      release()
      onUnsaved(false)
    }
  }, [isUnsaved])
  const departments = [...new Set(dataset.clauses.flatMap(({ lead }) => lead))]

  async function submit() {
    setKeeping(true)
    const changed = Object.fromEntries(changes.map((field) => [field, written[field].trim()]))
    if (await onKeep(changed)) setWritten(opened)
    setKeeping(false)
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (task !== '' && !keeping) void submit()
      }}
    >
      <label className={form.field}>
        <span>{t('decisions.task')}</span>
        <textarea rows={2} value={written.task} onChange={({ target }) => set({ task: target.value })} />
      </label>
      <div className={form.choices}>
        <Select<string>
          label={t('decisions.county')}
          value={written.county}
          options={[
            { value: '', label: t('decisions.city') },
            ...dataset.counties.map(({ code }) => ({ value: code, label: countyName(dataset, code, i18n.language) })),
          ]}
          onChange={(county) => set({ county })}
        />
        <ComboBox
          label={t('decisions.department')}
          value={written.department}
          options={departments.map((name) => ({ value: name, label: name }))}
          onChange={(department) => set({ department })}
        />
        <DatePicker
          label={t('decisions.due')}
          value={written.due}
          near={day}
          clearable
          onChange={(due) => set({ due })}
        />
        <Button type="submit" weight="primary" disabled={task === ''}>
          {keep}
        </Button>
        {children}
      </div>
    </form>
  )
}
