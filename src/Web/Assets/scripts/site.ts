// On every page. Pages work without it; what it adds saves people a wait or a mistake.
import { renewOnComingBack } from './site/coming-back';
import { follow } from './site/live';
import { pickDays } from './site/days';
import { nameFiles } from './site/files';
import { sendOnce } from './site/send-once';

sendOnce(document);
follow(document);
pickDays(document);
nameFiles(document);
renewOnComingBack(document);
