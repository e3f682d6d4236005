/** Whether HTML of a clipboard was written by Word or an office like it: full of styles that say nothing to us. */
export function isWordHtml(html: string): boolean {
  return /class=["']?Mso|\bmso-[a-z-]+\s*:|<o:p\b|urn:schemas-microsoft-com:office/i.test(html)
}
