// On a section's page: comments on selected words, and keys. The page works without it.
import { commentOnWords } from './review/comment';
import { shortcuts } from './review/keys';

const comment = commentOnWords(document);
shortcuts(document, comment);
