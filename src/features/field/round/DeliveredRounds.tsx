import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { reportFailure } from '@/store/page/failure'
import { Button } from '@/ui/controls/Button'
import { datasetWorker } from '@/workers/client'
import { useTakeRounds } from './use-take-rounds'

/** The dataset for which rounds were last loaded successfully, including an empty answer. */
let answered: unknown = null

/**
 * Loads the rounds that the desk put beside the package when it is opened and whenever the network returns. Shows what
 * arrived.
 */
export function DeliveredRounds() {
  const { t } = useTranslation()
  const dataset = useChentu((state) => state.opened?.dataset)
  const { fromOffice } = useTakeRounds()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!dataset) return
    const take = async () => {
      // Without a network this fails; it is tried again when the network returns.
      const text = await datasetWorker()
        .roundsOfPackage()
        .catch(() => null)
      if (text === null) return
      const came = await fromOffice([text])
      answered = dataset
      if (came) setSaid(came)
    }
    if (answered !== dataset && navigator.onLine) void take().catch(reportFailure)
    const onOnline = () => void take().catch(reportFailure)
    addEventListener('online', onOnline)
    return () => removeEventListener('online', onOnline)
  }, [dataset, fromOffice])
  return (
    <div role="status">
      {said && (
        <p>
          {said} <Button onClick={() => setSaid('')}>{t('round.settle')}</Button>
        </p>
      )}
    </div>
  )
}
