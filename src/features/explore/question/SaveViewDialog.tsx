import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { LONGEST_NAME, useSavedViews } from '@/store/device/saved-views'
import { useAgendaViews } from '@/store/meeting/use-agenda-views'
import { useDataWords } from '@/store/words/data-words'
import { viewDayText } from '@/store/words/view-day'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { useChips } from './use-chips'

/** A free name for a view: the wanted one, or with a number added. An empty name stays empty. */
function freeName(wanted: string, names: readonly string[]): string {
  let name = wanted.slice(0, LONGEST_NAME).trim()
  for (let i = 2; names.includes(name); i++) name = `${wanted.slice(0, LONGEST_NAME - ` ${i}`.length).trim()} ${i}`
  return name
}

/** Saves the screen under a name, and adds it to the meeting if wanted; the active filters are proposed as the name. */
export function SaveViewDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { names, keep } = useSavedViews()
  const { list } = useDataWords()
  const { chips } = useChips()
  const [name, setName] = useState(() => freeName(list(chips.map(({ label }) => label)), names))
  const agenda = useAgendaViews()
  const [isForMeeting, setForMeeting] = useState(false)
  // Address of the view that was added to the meeting.
  const [brought, setBrought] = useState<string | null>(null)
  const setView = useChentu((state) => state.setView)
  const { dataset, evaluation } = useOpened()
  const chosenDay = useChentu((state) => state.view.asOf)
  const [isFixed, setFixed] = useState(chosenDay !== null)
  const month = useReport()?.month ?? null
  // A fixed day is saved with its month; otherwise a later newest month of the package would be shown with it.
  const fixed = { asOf: evaluation.asOf, month }
  const field = useRef<HTMLInputElement>(null)
  const formId = useId()
  // Most users only type a name and press Enter.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const plain = name.trim()
  const isTaken = names.includes(plain)

  async function save() {
    const address = keep(plain, isFixed ? fixed : { asOf: null })
    if (!isForMeeting) return onClose()
    if (await agenda.add(plain, address)) setBrought(address)
  }

  if (brought !== null) {
    const place = agenda.placeOf(brought)
    return (
      <Dialog
        title={t('views.save')}
        onClose={onClose}
        actions={
          <Button weight="primary" onClick={() => setView({ mode: 'meeting', scene: place - 1 })}>
            {t('views.toMeeting')}
          </Button>
        }
      >
        <p role="status">{t('views.brought', { name: plain, place })}</p>
      </Dialog>
    )
  }

  return (
    <Dialog
      title={t('views.save')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} weight="primary" disabled={plain === '' || agenda.running}>
          {t(isTaken ? 'views.replace' : 'views.keep')}
        </Button>
      }
    >
      <Refused problems={agenda.problems} />
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          if (plain !== '' && !agenda.running) void save()
        }}
      >
        <label className={form.field}>
          <span>{t('views.name')}</span>
          <input ref={field} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />
        </label>
        <div className={form.field}>
          <span>{t('views.day.label')}</span>
          <SegmentedControl
            label={t('views.day.label')}
            value={isFixed ? 'fixed' : 'follows'}
            options={[
              { value: 'follows', label: viewDayText(t, dataset, { asOf: null, month }) },
              { value: 'fixed', label: viewDayText(t, dataset, fixed) },
            ]}
            onChange={(value) => setFixed(value === 'fixed')}
          />
        </div>
        <label className={form.check}>
          <input type="checkbox" checked={isForMeeting} onChange={({ target }) => setForMeeting(target.checked)} />
          {t('views.forMeeting')}
        </label>
        {isForMeeting && (
          <p className="quiet">
            {isFixed ? t('views.day.meetingFixed', { fixed: viewDayText(t, dataset, fixed) }) : t('views.day.meeting')}
          </p>
        )}
        <p className="quiet" role="status">
          {t(isTaken ? 'views.taken' : 'views.here')}
        </p>
      </form>
    </Dialog>
  )
}
