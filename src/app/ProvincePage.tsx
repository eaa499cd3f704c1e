import Province from '@/features/province/Province'
import { askProvince, provinceThread, useProvinceAsking } from '@/store/province/province-worker'
import { DiagnosisDialog } from './DiagnosisDialog'
import { followWorker } from './last-net'
import { ManualLinks } from './ManualLinks'
import { Notices } from './Notices'
import { useKeptOffline } from './use-updates'

followWorker({
  onAnswered: (hearer) => provinceThread.onAnswered(hearer),
  onStopped: (listener) => provinceThread.onStopped(listener),
})

const keep = async ({ url }: { readonly url: string }) => askProvince((worker) => worker.keepOffline(url, Date.now()))

/** The province screen with what every screen has: notices, diagnosis, and storing what an offline start needs. */
export default function ProvincePage() {
  useKeptOffline(
    useProvinceAsking(({ opened }) => opened),
    keep,
  )
  return (
    <>
      <Province notices={<Notices />} />
      <ManualLinks />
      <DiagnosisDialog />
    </>
  )
}
