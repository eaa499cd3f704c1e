import type { cardZh } from './card.zh-CN'

/** The same in English. */
export const cardEn: typeof cardZh = {
  requirements: {
    title: 'Requirements',
    count: '{{count}}: {{parts}}',
    comma: ', ',
    none: 'The plan has no checkable requirements for this kind',
    kept: '{{count}} met',
    missing: 'Not met: {{items}}',
    itemDue: '{{item}} (by {{day}})',
    itemWithout: '{{item}} (no deadline)',
    unrecorded: 'No data: {{items}}',
  },
  measured: {
    by: { readings: 'from monitor readings', tracks: 'from truck tracks' },
    byMarked: '{{by}}: {{marks}}',
    ofClass: { readings: ', readings: {{of}}', tracks: ', tracks: {{of}}' },
    evidence: '{{said}}; rule: {{source}}',
    online: 'From readings: {{from}} to {{to}}, {{hours}} of {{of}} hours valid, {{share}}, ',
    enough: 'not below {{least}}',
    low: 'below {{least}}',
    enoughReference: 'not below the reference {{least}} (not verified)',
    lowReference: 'below the reference {{least}} (not verified)',
    noDay:
      'There is no complete day of readings up to {{asOf}} (incomplete days do not count), fewer than {{least}} days; ',
    fewDays:
      'There are only {{days}} complete days of readings up to {{asOf}}, the last on {{last}} (incomplete days do not count), fewer than {{least}}; ',
    oldDays: 'The last complete day of readings is {{last}}, {{least}} or more days before {{asOf}}; ',
    byList:
      'so whether it is online is not judged from readings but from the inventory and field checks: {{value}}. The value of the last hour is shown under “Monitors” and is not used for this.',
    verify: ', to be verified on site',
    verifySilent: ', no valid data; to be verified on site whether it is faulty or offline',
    toVerify: 'to be verified',
    classMark: ' ({{of}})',
    ofRequirement: ' (from readings or positions, to be verified)',
    boardToVerify: '{{count}} to be verified from readings or positions, not counted as not met',
    calibrated:
      'Readings carry a calibration flag this quarter on {{days}}; use it to check the calibration date. No flag does not count as a problem',
    why: {
      title: 'Whether the dust monitor is online',
      readings:
        'Judged from readings, not from the inventory: those in the package and those imported on this device. For a day with both, real readings take precedence; if both are real, those with more valid hours. Days without imported readings are not judged.',
      share:
        'Online means that at least {{least}} of the hours in the last {{days}} days up to the date are valid. Days on which no device reported are not counted.',
      unconfirmed:
        'This share and period have no basis in the plan or a standard and are not verified: a lower value does not count as not met but as to be verified, to be judged by a person after a site check. If the inventory or a check says that the monitor is not online, that still holds. Once the package marks the rule as verified and states its basis, lower values are judged as not met.',
      hour: 'An hour is valid if TSP, PM10 or PM2.5 has at least {{least}} minutes of valid data.',
      otherwise:
        'With fewer than {{days}} days of readings, or if the last day is {{days}} days before the date, the inventory and field checks are used; if a team visited on the last day or later, its record is used. Made-up readings are never used to judge real data.',
    },
    comma: ', ',
    trips:
      'From truck tracks ({{basis}}): {{from}} to {{to}}, {{trips}} hauls left from this county, {{byDay}} by day, {{share}}',
    tripsUnconfirmed: ' (daytime hours not verified)',
    earlierLists: ' (not counted again since lists of sites and tips, or settings, changed)',
    basis: '{{days}}, {{trips}}, {{trucks}}',
    byBasis: '{{by}} ({{basis}})',
    trucksUnknown: 'number of trucks not counted',
    tooLittle:
      'Truck tracks have only {{basis}} ({{from}} to {{to}}), {{byDay}} by day, {{share}}; too little to decide (at least {{leastDays}} days and {{leastTrips}} hauls)',
    byStated: '. As reported by the county: {{trips}} hauls, {{byDay}} by day, {{share}}',
    noStated: '. The county reported no hauls: no data, not decided',
    poorStated: '. The figures that the county reported are not enough to compute a share: not decided',
    verifyTrips: '; not counted as not met until the hours are verified',
    stated:
      'The county reported {{trips}} hauls, {{byDay}} by day, {{share}}; the tracks of this month are enough to decide, so the reported figures are not used.',
    whyTrips: {
      title: 'Share of muck truck hauls by day',
      tracks:
        'Computed from truck tracks in the month of the as-of date, up to that day: those in the package and those imported on this device. Figures reported by the county are not used.',
      month: 'The plan does not specify a period; Chentu counts by month, which is not verified.',
      least:
        'Tracks decide only if those of the month up to the day have at least {{days}} days and {{trips}} hauls from the county.',
      otherwise:
        'If no tracks in the month start in the county, or too few, the county’s reported figures decide; without them there is no data, which does not count as not met. Made-up tracks are never used to judge real data, nor added to real tracks.',
    },
  },
  surveys: {
    title: 'Surveys',
    count: '{{count}} in total',
    day: 'Date',
    later: 'after the as-of date, not counted',
    visited: 'Seen on site by a team on {{day}} ({{who}})',
    inspected: 'Last check in the register: {{day}}',
  },
  place: { title: 'Position', open: 'Open in an online map (needs the internet)' },
  point: {
    title: 'Dustfall point',
    kind: 'Dustfall point',
    nearby: 'Dustfall points nearby',
    nearest: 'none within {{km}} km; the nearest:',
    nearbyCount: '{{count}} within {{km}} km',
    where: '{{km}} km {{direction}}',
    series: '{{from}} to {{to}}: lowest {{least}}, highest {{most}} (data for {{known}} of {{of}} months)',
    noSeries: 'No data in the last 13 months',
    noMonth: 'No data for this point this month',
    unknown:
      'The current data has no point {{code}}. The link may come from other data: press ← to return to the ranking, or choose another point on the map',
    notPlaced: 'No position yet: import the coordinates of the points to see the sources around it',
    surroundings: 'Problems within {{km}} km',
    problems: '{{overdue}} overdue, {{failing}} not met',
    more: '{{count}} more',
    far: '{{km}} km',
    narrow: 'Only within {{km}} km',
    upwind: 'Look upwind',
  },
  figure: {
    of: '{{county}} {{month}} {{value}}: source and calculation',
    formula: 'Formula (HJ 1221-2021)',
    limit: 'Against the limit of {{limit}}',
    measured: 'Weighing and calculation',
    excluded: 'not counted',
    noPoints: 'Only the published value; no data for single points',
    now: 'Current data (changed since publication; the published value stays)',
    around: 'Only within {{km}} km of these points',
  },
}
