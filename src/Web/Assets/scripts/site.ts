// On every page. Pages work without it; what it adds saves people a wait or a mistake.
import { sendOnce } from './site/send-once';

sendOnce(document);
