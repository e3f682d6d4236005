/** Node types that carry `attrs.id`; headings, paragraphs and footnotes also carry `attrs.number`, the number as printed. */
export const identified = ['heading', 'paragraph', 'footnote', 'figure', 'table', 'tableRow'] as const
