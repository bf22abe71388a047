// On every page. Pages work without it; what it adds saves people a wait or a mistake.
import { follow } from './site/live';
import { sendOnce } from './site/send-once';

sendOnce(document);
follow(document);
