import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { sayFailure } from '@/store/page/failure'
import { Button } from '@/ui/controls/Button'
import { datasetWorker } from '@/workers/client'
import { useTakeRounds } from './use-take-rounds'

/** The package whose rounds came last, or that said it has none. */
let answered: unknown = null

/** Takes the rounds that the desk put beside the package once that is opened, and again when the network is back; says what came. */
export function DeliveredRounds() {
  const { t } = useTranslation()
  const dataset = useChentu((state) => state.opened?.dataset)
  const { fromOffice } = useTakeRounds()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!dataset) return
    const take = async () => {
      // Without a network there is nothing to be had, and the folder is asked again once there is one.
      const text = await datasetWorker()
        .rounds()
        .catch(() => null)
      if (text === null) return
      const came = await fromOffice([text])
      answered = dataset
      if (came) setSaid(came)
    }
    if (answered !== dataset && navigator.onLine) void take().catch(sayFailure)
    const onOnline = () => void take().catch(sayFailure)
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
