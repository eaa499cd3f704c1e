import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { useAttempt } from '@/store/page/use-attempt'
import { usePlanDesk } from '@/store/plan'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

/** Hands a plan that came among data files to the reader of plans, and takes it off the list. */
export function ReadAsPlan({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const source = useImports(({ sources }) => sources.get(id))
  const remove = useImports((state) => state.remove)
  const { running, problems, attempt } = useAttempt()
  async function read() {
    if (!source) return []
    const found = await usePlanDesk.getState().read(source, dataset)
    if (found.length === 0) remove(id)
    return found
  }
  return (
    <>
      <Button weight="primary" disabled={running} onClick={() => void attempt(read)}>
        {t('data.readAsPlan')}
      </Button>
      <Refused problems={problems} />
    </>
  )
}
