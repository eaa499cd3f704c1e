import { useTranslation } from 'react-i18next'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCases } from '@/store/cases/use-cases'
import { Button } from '@/ui/controls/Button'

/** Links from the imported records to the cases they belong to. */
export function CaseLinks({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const show = useCasePanel((state) => state.show)
  const of = useCases()?.filter(({ id }) => ids.includes(id)) ?? []
  return of.map(({ id, title, stage }) => (
    <Button key={id} onClick={() => show(id, { mode: 'explore', panel: 'cases' })}>
      {t('cases.seeOf', { title, stage: t(`cases.stage.${stage}`) })}
    </Button>
  ))
}
