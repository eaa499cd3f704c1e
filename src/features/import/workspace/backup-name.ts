import { localMinute } from '@/domain/calendar'
import { shortDevice } from '@/ledger/device'
import { safeName } from '@/ledger/file-name'

/**
 * File name of a backup: its content, city, time (China's time zone) and device. Backups of several machines and
 * days thus sort in order in one folder, and none overwrites another.
 * @param device empty if the browser stores none
 */
export function backupName(what: string, city: string, at: string, device: string): string {
  const [day, time = ''] = localMinute(at).split(' ')
  const parts = [safeName(what), safeName(city), day, time.replace(':', ''), device && shortDevice(device)]
  return `${parts.filter(Boolean).join('-')}.zip`
}
