import { cpanel } from './cpanel.ts';
import { ecCube } from './ec-cube.ts';
import { grafana } from './grafana.ts';
import { jboss } from './jboss.ts';
import { jenkins } from './jenkins.ts';
import { kibana } from './kibana.ts';
import { movableType } from './movable-type.ts';
import { phpMyAdmin } from './phpmyadmin.ts';
import { plesk } from './plesk.ts';
import { solr } from './solr.ts';
import { tomcatManager } from './tomcat-manager.ts';
import { weblogic } from './weblogic.ts';
import { webmin } from './webmin.ts';
import { wordpressLogin } from './wordpress.ts';

export const adminUiChecks = {
  'http.admin-ui.tomcat-manager': tomcatManager,
  'http.admin-ui.jenkins': jenkins,
  'http.admin-ui.phpmyadmin': phpMyAdmin,
  'http.admin-ui.webmin': webmin,
  'http.admin-ui.cpanel': cpanel,
  'http.admin-ui.plesk': plesk,
  'http.admin-ui.grafana': grafana,
  'http.admin-ui.kibana': kibana,
  'http.admin-ui.solr': solr,
  'http.admin-ui.weblogic': weblogic,
  'http.admin-ui.jboss': jboss,
  'http.admin-ui.movable-type': movableType,
  'http.admin-ui.wordpress': wordpressLogin,
  'http.admin-ui.ec-cube': ecCube,
};
