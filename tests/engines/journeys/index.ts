import type { Journey } from '../journey'
import { basemaps } from './basemaps'
import { explore, link, webgl } from './explore'
import { field } from './field'
import { handOver } from './hand-over'
import { importing } from './import'
import { meeting } from './meeting'
import { officeFolder } from './office-folder'
import { offline } from './offline'
import { papers } from './papers'
import { plainHttp } from './plain-http'
import { privateWindow } from './private'
import { table } from './table'

/** Journeys by name. */
export type Journeys = Readonly<Record<string, Journey>>

/** Journeys of the desk and the meeting. */
export const DESK_JOURNEYS: Journeys = {
  WebGL: webgl,
  explore,
  link,
  table,
  papers,
  import: importing,
  basemaps,
  meeting,
}

/** Journeys of the field, of the exchange with the desk, and of what a browser refuses. */
export const FIELD_JOURNEYS: Journeys = {
  field,
  'hand over': handOver,
  'office folder': officeFolder,
  'plain HTTP': plainHttp,
  offline,
}

/** Journeys in a private window. */
export const PRIVATE_JOURNEYS: Journeys = { private: privateWindow }
