import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { targetKey } from '@/ledger/shared-code'
import { useAnswer } from '@/store/answers/use-answer'
import { useOutcome } from '@/store/answers/use-promise'
import { useChentu } from '@/store/chentu'
import { ledger } from '@/store/ledger'
import type { SourceKey } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { sourceOfDraft } from './check-target'
import { useChecking } from './use-checking'
import { draftsSaved } from './use-draft'

/** Checks that were begun but not saved as records, including those of sources no longer in the data. */
export function UnfinishedChecks() {
  const { found } = useOutcome(async () => {
    await draftsSaved()
    return (await ledger().draftKeys()).map(sourceOfDraft).filter((source) => source !== null)
  }, '')
  if (!found || found.length === 0) return null
  return <UnfinishedList sources={found} />
}

function UnfinishedList({ sources }: { readonly sources: readonly SourceKey[] }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const setChecking = useChecking((all) => all.setChecking)
  const names = useAnswer(
    async (worker) => Promise.all(sources.map(({ kind, code, nth }) => worker.findSource(kind, code, nth))),
    '',
    [sources],
  )
  return (
    <section aria-label={t('check.unfinished')} className={form.warning}>
      <h3>{t('check.unfinishedCount', { count: sources.length })}</h3>
      <div className={form.actions}>
        {sources.map((source, i) => (
          <Button
            key={`${source.kind}/${source.code}/${source.nth ?? ''}`}
            onClick={() => {
              setChecking(targetKey(source))
              setView({ selected: source })
            }}
          >
            {names?.[i]?.name ?? source.code}
          </Button>
        ))}
      </div>
    </section>
  )
}
