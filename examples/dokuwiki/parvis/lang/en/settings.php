<?php

$lang['server'] = 'Address of the Parvis server, for example https://participer.ville.example';
