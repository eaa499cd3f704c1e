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

/** All journeys by their names. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  WebGL: webgl,
  explore,
  link,
  table,
  papers,
  import: importing,
  basemaps,
  meeting,
  field,
  'hand over': handOver,
  'office folder': officeFolder,
  'plain HTTP': plainHttp,
  offline,
}

/** What is made in a private window. */
export const PRIVATE_JOURNEYS: Readonly<Record<string, Journey>> = { private: privateWindow }
