import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_NAME, useSavedViews } from '@/store/device/saved-views'
import { useDataWords } from '@/store/words/data-words'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { useChips } from './use-chips'

/** A name that no view has: the wanted one, or with a number. An empty one stays empty. */
function freeName(wanted: string, names: readonly string[]): string {
  let name = wanted.slice(0, LONGEST_NAME).trim()
  for (let i = 2; names.includes(name); i++) name = `${wanted.slice(0, LONGEST_NAME - ` ${i}`.length).trim()} ${i}`
  return name
}

/** Keeps what is on the screen under a name; what narrows it is offered as one. */
export function SaveViewDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { names, keep } = useSavedViews()
  const { list } = useDataWords()
  const { chips } = useChips()
  const [name, setName] = useState(() => freeName(list(chips.map(({ label }) => label)), names))
  const field = useRef<HTMLInputElement>(null)
  const formId = useId()
  // To write the name and press Enter is all that most come for.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const plain = name.trim()
  const isTaken = names.includes(plain)

  function save(event: React.FormEvent) {
    event.preventDefault()
    if (plain === '') return
    keep(plain)
    onClose()
  }

  return (
    <Dialog
      title={t('views.save')}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} weight="primary" disabled={plain === ''}>
          {t(isTaken ? 'views.replace' : 'views.keep')}
        </Button>
      }
    >
      <form id={formId} onSubmit={save}>
        <label className={form.field}>
          <span>{t('views.name')}</span>
          <input ref={field} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />
        </label>
        <p className="quiet" role="status">
          {t(isTaken ? 'views.taken' : 'views.here')}
        </p>
      </form>
    </Dialog>
  )
}
