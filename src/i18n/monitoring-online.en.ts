/** Texts of the share of time that monitors are online, in English. */
export const monitoringOnlineEn = {
  title: 'Online share by county and month',
  none: 'No whole day of monitoring up to the as-of date',
  all: 'City',
  devices: '{{count}} devices',
  low: ', {{count}} below the requirement',
  exportNote: 'Online share of each county and month',
  headings: {
    county: 'County',
    month: 'Month',
    devices: 'Devices',
    days: 'Days of monitoring (device-days)',
    hours: 'Valid hours (device-hours)',
    of: 'Hours due (device-hours)',
    share: 'Online share (%)',
    low: 'Devices below the requirement',
  },
  why: {
    share:
      'The online share is that of valid hours in all hours of the days of monitoring (24 a day), added up over the devices; an hour with a mean of TSP, PM10 or PM2.5 is valid.',
    days: 'Days of monitoring are the whole days that the package and the imported data cover (imports that follow each other without a gap count as one), up to the as-of date; days before a device’s first reading and days without data of any device do not count. The last 12 months are listed.',
    low: 'A device with an online share below {{least}} in the month is below the requirement.',
  },
}
