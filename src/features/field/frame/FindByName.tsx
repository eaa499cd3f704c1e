import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STATUS_NAMES } from '@/domain/rules/status'
import form from '@/features/field/field-form.module.css'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'

const MOST = 12

/** Finds any source of the city by name, however far away: a team may be sent somewhere by phone. */
export function FindByName({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const hits = useAnswer(async (worker) => (wanted === '' ? [] : worker.searchSources(wanted, MOST)), wanted)
  return (
    <Dialog title={t('tablet.find')} size="medium" onClose={onClose}>
      <div className={form.form}>
        <label>
          <span>{t('tablet.findLabel')}</span>
          <input type="search" autoComplete="off" value={query} onChange={({ target }) => setQuery(target.value)} />
        </label>
        {hits?.length === 0 && wanted !== '' && <p role="status">{t('tablet.findNone', { query: wanted })}</p>}
        <ul>
          {hits?.map((source) => (
            <li key={source.source}>
              <Button
                onClick={() => {
                  onClose()
                  setView({ selected: keyOf(source) })
                }}
              >
                <SourceSymbol kind={source.kind} status={STATUS_NAMES[source.status]!} /> {source.name}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
