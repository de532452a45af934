/**
 * Who signs in to the demonstration. Written by the demo seeder, which never runs in production.
 */
export const DEMO_EMAIL = 'admin@demo.convoca.test'
export const DEMO_PASSWORD = 'convoca-demonstracao'
