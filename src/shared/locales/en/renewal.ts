/** How a certificate of the catalogue is kept: parts of the text that goes into a chosen certification. */
export const renewal = {
  validFor: 'Valid for {{months}} months.',
  neverExpires: 'Does not expire.',
  validityUnknown: 'How long it stays valid is unknown: check with the issuer.',
  credits: 'Credits: {{amount}} {{unit}} in {{months}} months.',
  creditsUnknownPeriod: 'Credits: {{amount}} {{unit}} in each renewal period.',
  atLeast: '{{name}}: at least {{amount}}',
  atMost: '{{name}}: at most {{amount}}',
  between: '{{name}}: {{minimum}} to {{maximum}}',
  window: 'Renewal opens {{days}} days before expiry.',
  free: 'Renewal is free.',
  renewalUnknown: 'The renewal rule is unknown: check with the issuer.',
  verified: 'Source: {{source}}; as of {{day}}. Before you pay, check with the issuer.',
  undated: 'Source: {{source}}; the text has no date. Before you pay, check with the issuer.',
  unverified: 'Not verified with the issuer: check before you pay.',
  prerequisites: 'Prerequisites: {{text}}',
} as const
