import { localMinute } from '@/domain/calendar'
import { shortDevice } from '@/ledger/device'
import { safeName } from '@/ledger/file-name'

/**
 * The name of a backup's file: what it is, of which city, when it was made in China's time, and on which device, so that those of
 * several machines and days stand side by side in a folder, in their order, and none takes another's place.
 * @param device empty where the browser keeps none
 */
export function backupName(what: string, city: string, at: string, device: string): string {
  const [day, time = ''] = localMinute(at).split(' ')
  const parts = [safeName(what), safeName(city), day, time.replace(':', ''), device && shortDevice(device)]
  return `${parts.filter(Boolean).join('-')}.zip`
}
