/** The head of a paper: who gives it, and how to reach them. Always in Russian, like every paper. Pure. */

export interface Contacts {
  address: string
  phone: string
  email: string
  site: string
}

/** Address, then phone, mail and site in one line. */
export interface Letterhead {
  name: string
  address: string
  contacts: string
}

/**
 * The organisation's own contacts, else the others whole: an address of one beside the phone of another would lead
 * nowhere.
 */
export function letterheadOf({ name, ...own }: Contacts & { name: string }, others?: Contacts): Letterhead {
  const { address, phone, email, site } = Object.values(own).some(Boolean) ? own : (others ?? own)
  const reach = [phone && `тел. ${phone}`, email, site.replace(/^https?:\/\/|\/$/g, '')]
  return { name, address, contacts: reach.filter(Boolean).join(', ') }
}

/** Where the site of an organisation leads, or null without one. */
export function siteAddress({ site }: Pick<Contacts, 'site'>): string | null {
  if (site === '') return null
  return /^https?:\/\//.test(site) ? site : `https://${site}`
}
